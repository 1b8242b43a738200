package chat262.problems;

import chat262.api.problems.FieldError;
import chat262.api.problems.ProblemType;
import jakarta.ejb.ApplicationException;
import java.util.List;

/** A failure that the protocol specifies. Made by {@link Problems}, which has the texts. */
@ApplicationException(rollback = true, inherited = true) // otherwise the container logs each one as a system exception
public class ProblemException extends RuntimeException {
    private final ProblemType type;
    private final List<FieldError> errors;
    private final Integer retryAfterSeconds;

    ProblemException(ProblemType type, String detail, List<FieldError> errors, Integer retryAfterSeconds) {
        super(detail, null, false, false); // no stack trace: it is an answer, not a fault
        this.type = type;
        this.errors = errors;
        this.retryAfterSeconds = retryAfterSeconds;
    }

    public ProblemType type() {
        return type;
    }

    /** Which fields are wrong and why; null if the problem does not concern fields. */
    public List<FieldError> errors() {
        return errors;
    }

    /** When to try again; null if that would not help. */
    public Integer retryAfterSeconds() {
        return retryAfterSeconds;
    }
}
