package chat262.api.problems;

import chat262.api.Paths;
import java.util.Arrays;
import java.util.Optional;

/** The table of problems: every way in which a call can fail, with its slug, HTTP status and title. */
public enum ProblemType {
    INVALID("invalid", 400, "The request is not valid"),
    KEY_MISSING("key-missing", 400, "A send needs one Idempotency-Key, a UUID"),
    NOT_LOGGED_IN("not-logged-in", 401, "You are not logged in"),
    WRONG_CREDENTIALS("wrong-credentials", 401, "Wrong username or password"),
    FORBIDDEN("forbidden", 403, "You may not do this"),
    WRONG_ORIGIN("wrong-origin", 403, "The page is not one of this server"),
    NOT_FOUND("not-found", 404, "There is no such thing"),
    METHOD_NOT_ALLOWED("method-not-allowed", 405, "This method is not allowed here"),
    NOT_ACCEPTABLE("not-acceptable", 406, "There is no such representation; answers are JSON"),
    USERNAME_TAKEN("username-taken", 409, "This username is taken"),
    ROOM_NAME_TAKEN("room-name-taken", 409, "This group name is taken"),
    LOGGED_IN_ELSEWHERE("logged-in-elsewhere", 409, "Another device is logged in"),
    LAST_OWNER("last-owner", 409, "A group needs an owner"),
    NOT_A_GROUP("not-a-group", 409, "This works in groups only"),
    HISTORY_CHANGED("history-changed", 409, "The history was restored from a backup"),
    TOO_LARGE("too-large", 413, "The request body is over 64 KiB"),
    UNSUPPORTED_MEDIA_TYPE("unsupported-media-type", 415, "The request body must be application/json"),
    UNKNOWN_MEMBER("unknown-member", 422, "There is no account of this name"),
    KEY_REUSED("key-reused", 422, "This Idempotency-Key was used for something else"),
    BEYOND_THE_END("beyond-the-end", 422, "There is no message with this seq yet"),
    SLOW_DOWN("slow-down", 429, "Too many requests"),
    HEADERS_TOO_LARGE("headers-too-large", 431, "The request headers are over 8 KiB"),
    INTERNAL("internal", 500, "Something went wrong on the server"),
    OVERLOADED("overloaded", 503, "The server is busy; nothing was stored"),
    UNAVAILABLE("unavailable", 503, "The database is away; repeat with the same key");

    private final String slug;
    private final int status;
    private final String title;

    ProblemType(String slug, int status, String title) {
        this.slug = slug;
        this.status = status;
        this.title = title;
    }

    /** The last part of the problem's {@code type}. */
    public String slug() {
        return slug;
    }

    /** The HTTP status that the problem is answered with. */
    public int status() {
        return status;
    }

    /** One sentence for a person. */
    public String title() {
        return title;
    }

    /** The problem's {@code type}: {@code /problems/<slug>}. */
    public String uri() {
        return Paths.PROBLEMS + slug;
    }

    /** The problem of a slug; empty if this version knows none. */
    public static Optional<ProblemType> withSlug(String slug) {
        return Arrays.stream(values()).filter(p -> p.slug.equals(slug)).findFirst();
    }

    /** The problem that a {@code type} names; empty if this version knows none. */
    public static Optional<ProblemType> of(String uri) {
        return Arrays.stream(values()).filter(p -> p.uri().equals(uri)).findFirst();
    }
}
