package chat262.problems;

import chat262.api.problems.ProblemType;
import java.util.Arrays;

/** The problems for statuses that the container or JAX-RS set themselves. */
final class ContainerProblems {
    /** A servlet's response to an unknown method. */
    private static final int NOT_IMPLEMENTED = 501;

    private ContainerProblems() {}

    /** The first problem type with that status; {@code invalid} or {@code internal} if there is none. */
    static ProblemException of(int status) {
        if (status == NOT_IMPLEMENTED) {
            return of(ProblemType.METHOD_NOT_ALLOWED.status());
        }
        ProblemType type = Arrays.stream(ProblemType.values())
                .filter(known -> known.status() == status)
                .findFirst()
                .orElse(status < 500 ? ProblemType.INVALID : ProblemType.INTERNAL);
        return switch (type) {
            case NOT_FOUND -> Problems.notFound("page");
            case NOT_LOGGED_IN -> Problems.notLoggedIn();
            case TOO_LARGE -> Problems.tooLarge();
            default -> Problems.of(type, type.title());
        };
    }
}
