package chat262.problems;

import chat262.api.ProblemType;
import java.util.Arrays;

/** Which problem an HTTP status of the container's own stands for. */
final class ContainerProblems {
    /** A servlet's answer to a method that it has never heard of. */
    private static final int NOT_IMPLEMENTED = 501;

    private ContainerProblems() {}

    /** The table's first problem of that status; what it doesn't have is {@code invalid} or {@code internal}. */
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
