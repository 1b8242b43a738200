package chat262.cli.server;

import chat262.api.Live;
import chat262.api.problems.Problem;
import chat262.api.problems.ProblemType;
import java.time.Duration;
import java.util.Optional;

/** The server answered with a problem. The message is the problem's detail, or its title where it has none. */
public final class RequestRejected extends RuntimeException {
    private final int status;
    private final ProblemType type;
    private final Duration retryAfter;

    RequestRejected(Problem problem, int status, Duration retryAfter) {
        super(problem.detail() == null ? problem.title() : problem.detail(), null, false, false);
        this.status = status;
        this.type = ProblemType.of(problem.type()).orElse(null);
        this.retryAfter = retryAfter;
    }

    /** The problem of a message that was sent over the live stream; empty if this version doesn't know it. */
    static Optional<RequestRejected> of(Live.Refused refused) {
        Duration retryAfter = refused.retryAfter() == null ? null : Duration.ofSeconds(refused.retryAfter());
        return ProblemType.withSlug(refused.slug())
                .map(type ->
                        new Problem(type.uri(), type.title(), type.status(), refused.detail(), null, refused.errors()))
                .map(problem -> new RequestRejected(problem, problem.status(), retryAfter));
    }

    /** Whether it is this problem; never where this version doesn't know the server's. */
    public boolean is(ProblemType other) {
        return type == other;
    }

    /** When the server asks to be called again; empty if it doesn't say. */
    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    /** Whether the login is no longer good; all else may work once the same account is logged in again. */
    public boolean isLogin() {
        return status == 401;
    }

    /** Whether the same call will never be taken (protocol, Clients): neither a matter of login nor of time. */
    public boolean isFinal() {
        return status >= 400 && status < 500 && status != 401 && status != 408 && status != 429;
    }
}
