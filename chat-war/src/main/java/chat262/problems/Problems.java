package chat262.problems;

import chat262.api.problems.FieldError;
import chat262.api.problems.ProblemType;
import java.util.List;

/** The failures that the protocol specifies, each with its text. */
public final class Problems {
    private static final int RETRY_SECONDS = 1;

    private Problems() {}

    public static ProblemException invalid(String detail) {
        return of(ProblemType.INVALID, detail);
    }

    /** Fields that violate their constraints. */
    public static ProblemException invalid(List<FieldError> errors) {
        FieldError first = errors.get(0);
        return new ProblemException(
                ProblemType.INVALID, first.field() + " " + first.message(), List.copyOf(errors), null);
    }

    public static ProblemException invalid(String field, String message) {
        return invalid(List.of(new FieldError(field, message)));
    }

    public static ProblemException keyMissing() {
        return of(ProblemType.KEY_MISSING, "send exactly one Idempotency-Key: a UUID as 8-4-4-4-12 hex digits");
    }

    public static ProblemException notLoggedIn() {
        return of(ProblemType.NOT_LOGGED_IN, "the token is missing, unknown, expired or logged out: log in again");
    }

    public static ProblemException wrongCredentials() {
        return of(ProblemType.WRONG_CREDENTIALS, "no account has this username and password");
    }

    public static ProblemException registrationClosed() {
        return of(
                ProblemType.FORBIDDEN,
                "strangers can't create accounts here: ask a member, who can create one for you while logged in");
    }

    public static ProblemException ownersOnly() {
        return of(ProblemType.FORBIDDEN, "only an owner of the group may do this");
    }

    /** A call by cookie from a page of another server, or behind a proxy that names the server in another way. */
    public static ProblemException wrongOrigin(String origin, String host) {
        return of(
                ProblemType.WRONG_ORIGIN,
                "the page comes from %s, but the server was asked as %s: a proxy between them must pass on the Host header"
                                .formatted(origin == null ? "an unnamed site" : origin, host)
                        + " unchanged (nginx: proxy_set_header Host $http_host)");
    }

    public static ProblemException peerGone() {
        return of(ProblemType.FORBIDDEN, "the other member has deleted the account");
    }

    public static ProblemException notFound(String what) {
        return of(ProblemType.NOT_FOUND, "there is no such " + what + ", or it is not yours to see");
    }

    public static ProblemException usernameTaken(String username) {
        return of(ProblemType.USERNAME_TAKEN, "somebody is called " + username + " already");
    }

    public static ProblemException roomNameTaken(String name) {
        return of(ProblemType.ROOM_NAME_TAKEN, "there is a group called " + name + " already");
    }

    public static ProblemException loggedInElsewhere(int allowed) {
        return of(
                ProblemType.LOGGED_IN_ELSEWHERE,
                "this account is logged in from " + allowed + (allowed == 1 ? " device" : " devices")
                        + ", as many as CHAT_SESSIONS_PER_ACCOUNT allows; takeOver ends the one unused for longest");
    }

    public static ProblemException lastOwner() {
        return of(ProblemType.LAST_OWNER, "make somebody else an owner first");
    }

    public static ProblemException notAGroup() {
        return of(ProblemType.NOT_A_GROUP, "a direct room has its two members and no name, for good");
    }

    public static ProblemException historyChanged() {
        return of(ProblemType.HISTORY_CHANGED, "this seq belongs to another epoch: start again at the server's cursor");
    }

    public static ProblemException tooLarge() {
        return of(ProblemType.TOO_LARGE, "a request body has at most 64 KiB");
    }

    /** Usernames without an account. */
    public static ProblemException unknownMembers(List<String> usernames) {
        return new ProblemException(
                ProblemType.UNKNOWN_MEMBER,
                "no account is called " + String.join(", ", usernames),
                usernames.stream()
                        .map(name -> new FieldError(name, "there is no account of this name"))
                        .toList(),
                null);
    }

    public static ProblemException keyReused() {
        return of(ProblemType.KEY_REUSED, "make a new key for every message and every change");
    }

    public static ProblemException beyondTheEnd(long lastSeq) {
        return of(ProblemType.BEYOND_THE_END, "the last message of this room is " + lastSeq);
    }

    public static ProblemException slowDown(int retryAfterSeconds) {
        return new ProblemException(
                ProblemType.SLOW_DOWN, "try again in " + retryAfterSeconds + " s", null, retryAfterSeconds);
    }

    /** Refused before anything was stored. */
    public static ProblemException overloaded() {
        return new ProblemException(
                ProblemType.OVERLOADED,
                "too many wait, or the server stops; nothing was stored: repeat with the same key",
                null,
                RETRY_SECONDS);
    }

    /** Refused before a password was looked at. */
    public static ProblemException tooManyLogins() {
        return new ProblemException(
                ProblemType.OVERLOADED, "too many people log in just now: try again in a moment", null, RETRY_SECONDS);
    }

    public static ProblemException unavailable() {
        return new ProblemException(
                ProblemType.UNAVAILABLE,
                "the database did not answer, and the outcome may be unknown: repeat with the same key",
                null,
                RETRY_SECONDS);
    }

    /** Refused before anything was looked at: this server has ended its service, and another one may answer. */
    public static ProblemException outOfService(String reason) {
        return new ProblemException(
                ProblemType.UNAVAILABLE,
                reason + "; nothing was stored: repeat with the same key",
                null,
                RETRY_SECONDS);
    }

    /** A problem of the container, or one whose title says it all. */
    static ProblemException of(ProblemType type, String detail) {
        return new ProblemException(type, detail, null, null);
    }
}
