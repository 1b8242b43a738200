package chat262.it.faults.client;

import chat262.api.Live;
import chat262.it.faults.client.Wire.Answer;
import jakarta.json.JsonObject;
import java.util.Optional;

/**
 * The end of a message, as its sender was told.
 *
 * @param seq its seq; 0 if it was refused
 * @param problem why it was refused; empty if it was not
 */
record Settled(Way way, long seq, String problem) {
    private static final int OK = 200;
    private static final int CREATED = 201;

    /** The only refusal that these clients take from the stream; any other is asked for again by a call. */
    private static final String REFUSAL = "not-found";

    /** What a final answer to a call says. */
    static Settled of(Answer answer) {
        return switch (answer.status()) {
            case CREATED -> stored(Way.CREATED, answer.json());
            case OK -> stored(Way.KNOWN, answer.json());
            default -> new Settled(Way.REFUSED_BY_CALL, 0, answer.slug());
        };
    }

    /** What a frame of the server with a key says; empty if the message must go as a call. */
    static Optional<Settled> of(JsonObject frame) {
        String type = frame.getString("type");
        if (type.equals(Live.Type.MESSAGE.wireName())) {
            return Optional.of(stored(Way.PUSHED, frame));
        } else if (type.equals(Live.Type.STORED.wireName())) {
            return Optional.of(stored(frame.getBoolean("repeat") ? Way.REPEATED : Way.STORED, frame));
        }
        return Optional.of(frame.getString("slug"))
                .filter(REFUSAL::equals)
                .map(slug -> new Settled(Way.REFUSED_ON_STREAM, 0, slug));
    }

    private static Settled stored(Way way, JsonObject message) {
        return new Settled(way, message.getJsonNumber("seq").longValueExact(), "");
    }

    boolean isStored() {
        return problem.isEmpty();
    }

    boolean isOnStream() {
        return switch (way) {
            case PUSHED, STORED, REPEATED, REFUSED_ON_STREAM -> true;
            case CREATED, KNOWN, REFUSED_BY_CALL -> false;
        };
    }
}
