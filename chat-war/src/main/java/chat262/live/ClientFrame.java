package chat262.live;

import chat262.api.Live;
import chat262.problems.Problems;
import chat262.requests.JsonText;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/**
 * A client's frame about a room that it is subscribed to. Components that its type doesn't have are 0 or false; unknown fields
 * are ignored.
 *
 * @param type {@code ack}, {@code watch} or {@code typing}
 */
record ClientFrame(Live.Type type, long room, long seq, boolean on) {
    private static final Set<Live.Type> KNOWN =
            EnumSet.of(Live.Type.SEND, Live.Type.ACK, Live.Type.WATCH, Live.Type.TYPING, Live.Type.PONG);

    /** A frame of a type; one that breaks a rule is {@code invalid}. */
    static ClientFrame of(Live.Type type, JsonObject frame) {
        return new ClientFrame(
                type,
                number(frame, "room"),
                type == Live.Type.ACK ? number(frame, "seq") : 0,
                type == Live.Type.WATCH && truth(frame, "on"));
    }

    /** The object that a text must be. */
    static JsonObject object(String text) {
        try {
            return JsonText.object(text);
        } catch (IllegalArgumentException e) {
            throw Problems.invalid("the frame " + e.getMessage());
        }
    }

    /** The type of any frame that a client sends. */
    static Live.Type type(JsonObject frame) {
        if (frame.get("type") instanceof JsonString type) {
            for (Live.Type known : KNOWN) {
                if (known.wireName().equals(type.getString())) {
                    return known;
                }
            }
        }
        throw Problems.invalid(
                "type",
                "must be one of "
                        + Arrays.toString(
                                KNOWN.stream().map(Live.Type::wireName).toArray()));
    }

    private static long number(JsonObject frame, String field) {
        try {
            long value = JsonText.wholeNumber(frame.get(field));
            if (value < 0) {
                throw Problems.invalid(field, "must not be negative");
            }
            return value;
        } catch (IllegalArgumentException e) {
            throw Problems.invalid(field, e.getMessage());
        }
    }

    private static boolean truth(JsonObject frame, String field) {
        JsonValue value = frame.get(field);
        if (value != JsonValue.TRUE && value != JsonValue.FALSE) {
            throw Problems.invalid(field, "must be true or false");
        }
        return value == JsonValue.TRUE;
    }
}
