package chat262.live;

import chat262.accounts.Caller;
import chat262.api.Live;
import chat262.api.Message;
import chat262.api.rooms.Room;
import chat262.platform.JsonRules;
import chat262.problems.ProblemException;
import chat262.websocket.FrameEncoder;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Map;

/** The server's frames, encoded for any number of connections. */
final class ServerFrames {
    private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());

    static final byte[] PING = frame(start(Live.Type.PING));

    private ServerFrames() {}

    static byte[] hello(Caller caller, String epoch, List<Room> rooms) {
        String start = start(Live.Type.HELLO)
                .add("epoch", epoch)
                .add("username", caller.username())
                .add("accountId", caller.accountId())
                .add("sessionId", caller.sessionId())
                .build()
                .toString();
        return FrameEncoder.text(open(start) + ",\"rooms\":" + JsonRules.json().toJson(rooms) + "}");
    }

    /** A JSON object without its closing brace, to append to. */
    private static String open(String object) {
        return object.substring(0, object.length() - 1);
    }

    /** What is the same in all frames of a message. */
    static String json(Message message) {
        return JsonRules.json().toJson(message);
    }

    /** A message of which the JSON is made already; {@code key} is null for devices that must not see it. */
    static byte[] message(String json, String key) {
        String end = key == null ? json.substring(1) : open(json.substring(1)) + ",\"key\":\"" + key + "\"}";
        return FrameEncoder.text("{\"type\":\"" + Live.Type.MESSAGE.wireName() + "\"," + end);
    }

    static byte[] stored(Message message, boolean repeat) {
        return frame(start(Live.Type.STORED)
                .add("room", message.room())
                .add("key", message.key())
                .add("seq", message.seq())
                .add("sentAt", JsonRules.text(message.sentAt()))
                .add("repeat", repeat));
    }

    /** The end of a send that failed; {@code roomId} is null if the frame named none. */
    static byte[] refused(Long roomId, String key, ProblemException problem) {
        JsonObjectBuilder frame = start(Live.Type.REFUSED);
        if (roomId != null) {
            frame.add("room", roomId);
        }
        frame.add("key", key).add("slug", problem.type().slug()).add("detail", problem.getMessage());
        if (problem.retryAfterSeconds() != null) {
            frame.add("retryAfter", problem.retryAfterSeconds());
        }
        if (problem.errors() != null) {
            JsonArrayBuilder errors = JSON.createArrayBuilder();
            problem.errors()
                    .forEach(error -> errors.add(JSON.createObjectBuilder()
                            .add("field", error.field())
                            .add("message", error.message())));
            frame.add("errors", errors);
        }
        return frame(frame);
    }

    static byte[] room(Room room) {
        String start = start(Live.Type.ROOM).build().toString();
        return FrameEncoder.text(open(start) + ",\"room\":" + JsonRules.json().toJson(room) + "}");
    }

    static byte[] gone(long roomId) {
        return frame(start(Live.Type.GONE).add("room", roomId));
    }

    static byte[] cursor(long roomId, long cursor) {
        return frame(start(Live.Type.CURSOR).add("room", roomId).add("cursor", cursor));
    }

    static byte[] cursors(long roomId, Map<String, Long> cursors) {
        JsonObjectBuilder seqs = JSON.createObjectBuilder();
        cursors.forEach(seqs::add);
        return frame(start(Live.Type.CURSORS).add("room", roomId).add("cursors", seqs));
    }

    static byte[] typing(long roomId, String username) {
        return frame(start(Live.Type.TYPING).add("room", roomId).add("username", username));
    }

    /** A problem; {@code roomId} is null if it concerns no room. */
    static byte[] problem(ProblemException problem, Long roomId) {
        JsonObjectBuilder frame =
                start(Live.Type.PROBLEM).add("slug", problem.type().slug()).add("detail", problem.getMessage());
        if (roomId != null) {
            frame.add("room", roomId);
        }
        return frame(frame);
    }

    private static JsonObjectBuilder start(Live.Type type) {
        return JSON.createObjectBuilder().add("type", type.wireName());
    }

    private static byte[] frame(JsonObjectBuilder frame) {
        return FrameEncoder.text(frame.build().toString());
    }
}
