package chat262.problems;

import chat262.api.FieldError;
import chat262.api.ProblemType;
import jakarta.ejb.ApplicationException;
import java.util.List;

/** A call that fails by the protocol's rules. Made by {@link Problems}, where the sentences are. */
@ApplicationException(rollback = true, inherited = true) // without it the container logs each as a system fault
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

    /** Which fields are wrong and why; null where the problem is not about fields. */
    public List<FieldError> errors() {
        return errors;
    }

    /** When it makes sense to try again; null where that wouldn't help. */
    public Integer retryAfterSeconds() {
        return retryAfterSeconds;
    }
}
