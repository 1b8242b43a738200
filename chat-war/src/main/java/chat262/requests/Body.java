package chat262.requests;

import chat262.problems.Problems;

/** The body of a request. */
public final class Body {
    private Body() {}

    /** The request itself; JAX-RS passes null if the body is empty. */
    public static <R extends Record> R required(R request) {
        if (request == null) {
            throw Problems.invalid("the body is empty; it must be a JSON object");
        }
        return request;
    }
}
