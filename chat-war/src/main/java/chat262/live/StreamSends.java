package chat262.live;

import chat262.api.Content;
import chat262.api.MessageKind;
import chat262.api.NewMessage;
import chat262.messages.writer.Inbox;
import chat262.problems.FaultMapper;
import chat262.problems.Problems;
import chat262.requests.IdempotencyKey;
import chat262.requests.JsonText;
import chat262.requests.RequestRecords;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;

/**
 * Takes what clients send as frames, with the checks of the call that sends, in the same order. Who is subscribed decides
 * nothing: only the log's writer judges, from the database. Thread-safe.
 */
final class StreamSends {
    private static final List<String> KINDS = MessageKind.known().stream()
            .filter(MessageKind::isSent)
            .map(MessageKind::wireName)
            .toList();

    private final Inbox inbox;
    private final RequestRecords records;

    StreamSends(Inbox inbox, RequestRecords records) {
        this.inbox = inbox;
        this.records = records;
    }

    /** Takes a frame; one without a key is a problem, and any other is answered under its key. */
    void receive(Subscriber subscriber, JsonObject frame) {
        String key = IdempotencyKey.parse(frame.get("key") instanceof JsonString text ? text.getString() : null);
        Long room = room(frame);
        try {
            if (!subscriber.isLoggedIn()) {
                throw Problems.notLoggedIn();
            }
            Content content = content(frame);
            if (room == null) {
                throw Problems.invalid("room", "must be a whole number");
            }
            send(subscriber, room, content, key);
        } catch (RuntimeException e) {
            subscriber.send(ServerFrames.refused(room, key, FaultMapper.problem(e)));
        }
    }

    private void send(Subscriber subscriber, long room, Content content, String key) {
        if (!subscriber.beginSend()) {
            throw Problems.overloaded();
        }
        try {
            inbox.send(subscriber.caller(), room, content, key, new StreamSend(subscriber, room, key));
        } catch (RuntimeException e) {
            subscriber.endSend();
            throw e;
        }
    }

    private Content content(JsonObject frame) {
        JsonValue kind = frame.getOrDefault("kind", JsonValue.NULL);
        if (kind == JsonValue.NULL) {
            return content(MessageKind.TEXT, frame);
        }
        if (!(kind instanceof JsonString name && KINDS.contains(name.getString()))) {
            throw Problems.invalid("kind", "must be one of " + KINDS);
        }
        return content(MessageKind.named(name.getString()), frame);
    }

    /** Each kind that clients send has its request record here, as its call has it. */
    private Content content(MessageKind kind, JsonObject frame) {
        if (kind == MessageKind.TEXT) {
            return new Content.Text(records.read(NewMessage.class, frame).body());
        }
        throw new IllegalStateException("no frame is read as " + kind);
    }

    /** The room that an answer names; null if the frame names none. */
    private static Long room(JsonObject frame) {
        try {
            return JsonText.wholeNumber(frame.get("room"));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
