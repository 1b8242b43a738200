package chat262.api;

/** Where things are on the server, relative to its root, and the names of the protocol's own headers. */
public final class Paths {
    /** The base of the REST calls. */
    public static final String BASE = "/api/v1";

    /** Answers 200 as soon as the server can take requests, 503 before that. */
    public static final String READY = "/health/ready";

    /** The name, in the readiness answer, of the check that is this application's own. */
    public static final String READY_CHECK = "chat";

    /** The client's name for a message or a change: a UUID, made before the first attempt. */
    public static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    /** Names the session that a call by cookie means to speak for. */
    public static final String CHAT_SESSION = "X-Chat-Session";

    /** What a problem's {@code type} starts with. */
    public static final String PROBLEMS = "/problems/";

    /** The media type of every answer of 400 and above. */
    public static final String PROBLEM_JSON = "application/problem+json";

    private Paths() {}
}
