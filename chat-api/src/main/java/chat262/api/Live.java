package chat262.api;

import chat262.api.problems.FieldError;
import java.time.Instant;
import java.util.List;

/** The live stream: where it is, and the words of its frames. */
public final class Live {
    /** The WebSocket, relative to the server's root. */
    public static final String PATH = "/live";

    /** No frame of either side is larger, in bytes. */
    public static final int MAX_FRAME = 64 * 1024;

    /** The server says this often that it is there, in seconds. */
    public static final int PING_SECONDS = 25;

    /** Either side closes after so many seconds without any frame. */
    public static final int SILENCE_SECONDS = 60;

    /** Close code: the server stops or restarts. */
    public static final int RESTART = 1012;

    /** Close code: the client reads too slowly. */
    public static final int TOO_SLOW = 1013;

    /** Close code: the session has ended; logging in again is the only way on. */
    public static final int SESSION_ENDED = 4401;

    /** What a frame's {@code type} can be. */
    public enum Type {
        HELLO,
        MESSAGE,
        ROOM,
        GONE,
        CURSOR,
        CURSORS,
        TYPING,
        STORED,
        REFUSED,
        PROBLEM,
        PING,
        SEND,
        ACK,
        WATCH,
        PONG;

        /** The type as it stands on the wire. */
        public String wireName() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * A send is durable.
     *
     * @param seq null if the call changed nothing
     * @param sentAt null if the call changed nothing
     * @param repeat whether the key was known
     */
    public record Stored(long room, String key, Long seq, Instant sentAt, boolean repeat) {}

    /**
     * A send failed with a problem.
     *
     * @param room null if the frame named none
     * @param retryAfter when to try again, in seconds; null if the server doesn't say
     * @param errors which fields are wrong; null if the problem does not concern fields
     */
    public record Refused(
            Long room, String key, String slug, String detail, Integer retryAfter, List<FieldError> errors) {}

    private Live() {}
}
