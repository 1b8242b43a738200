package chat262.connector;

import chat262.api.problems.ProblemType;

/** Thrown for a request that the connector does not pass on. */
final class RejectedRequest extends RuntimeException {
    private final ConnectorProblem problem;

    RejectedRequest(ConnectorProblem problem) {
        // No stack trace: it would only ever show this package, and a client can send many such requests.
        super(problem.detail(), null, false, false);
        this.problem = problem;
    }

    static RejectedRequest invalid(String detail) {
        return new RejectedRequest(new ConnectorProblem(ProblemType.INVALID, detail));
    }

    ConnectorProblem problem() {
        return problem;
    }
}
