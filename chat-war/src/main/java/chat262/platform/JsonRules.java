package chat262.platform;

import chat262.api.ContentWriter;
import chat262.api.Message;
import chat262.api.rooms.Room;
import chat262.api.rooms.RoomKind;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.config.PropertyNamingStrategy;
import jakarta.json.bind.config.PropertyOrderStrategy;
import jakarta.json.bind.serializer.JsonbSerializer;
import jakarta.json.bind.serializer.SerializationContext;
import jakarta.json.stream.JsonGenerator;
import jakarta.ws.rs.ext.ContextResolver;
import jakarta.ws.rs.ext.Provider;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;

/**
 * How responses are written as JSON. JSON-B omits null components, which is right for whatever is absent; the few explicit
 * nulls of the protocol, for the name of a deleted account, are written here.
 */
@Provider
public class JsonRules implements ContextResolver<Jsonb> {
    private static final DateTimeFormatter MILLISECONDS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);

    private static final Jsonb JSON = JsonbBuilder.create(new JsonbConfig()
            .withPropertyOrderStrategy(PropertyOrderStrategy.ANY)
            .withPropertyNamingStrategy((PropertyNamingStrategy) JsonRules::fieldName)
            .withSerializers(new InstantText(), new MessageText(), new RoomText()));

    /** The server's only JSON-B instance. */
    public static Jsonb json() {
        return JSON;
    }

    /** The JSON field for a record component: without the underscore that distinguishes it from a Java keyword. */
    public static String fieldName(String component) {
        return component.endsWith("_") ? component.substring(0, component.length() - 1) : component;
    }

    /** An instant as all answers have it: ISO-8601 in UTC with milliseconds, always of three digits. */
    public static String text(Instant instant) {
        return MILLISECONDS.format(instant);
    }

    @Override
    public Jsonb getContext(Class<?> type) {
        return JSON;
    }

    private static final class InstantText implements JsonbSerializer<Instant> {
        @Override
        public void serialize(Instant instant, JsonGenerator json, SerializationContext context) {
            json.write(text(instant));
        }
    }

    private static final class MessageText implements JsonbSerializer<Message> {
        @Override
        public void serialize(Message message, JsonGenerator json, SerializationContext context) {
            json.writeStartObject();
            json.write("room", message.room());
            json.write("seq", message.seq());
            json.write("kind", message.kindName());
            writeNullable(json, "sender", message.sender());
            json.write("sentAt", text(message.sentAt()));
            writeOptional(json, "key", message.key());
            message.content().write(new ContentText(json));
            json.writeEnd();
        }
    }

    /** What an entry says, as further fields of its object. */
    private record ContentText(JsonGenerator json) implements ContentWriter {
        @Override
        public void text(String field, String value) {
            writeOptional(json, field, value);
        }

        @Override
        public void account(String field, String username) {
            writeNullable(json, field, username);
        }

        @Override
        public void accounts(String field, List<String> usernames) {
            json.writeStartArray(field);
            usernames.forEach(json::write);
            json.writeEnd();
        }

        @Override
        public void target(long seq) {
            json.write("target", seq);
        }

        @Override
        public void flag(String field, boolean value) {
            json.write(field, value);
        }

        @Override
        public void all(Map<String, Object> fields) {
            // Of a kind that a later version has stored, the server knows no fields.
        }
    }

    private static final class RoomText implements JsonbSerializer<Room> {
        @Override
        public void serialize(Room room, JsonGenerator json, SerializationContext context) {
            json.writeStartObject();
            json.write("id", room.id());
            json.write("kind", room.kind().name());
            writeOptional(json, "name", room.name());
            if (room.kind() == RoomKind.DIRECT) {
                writeNullable(json, "peer", room.peer());
            } else if (room.listed() != null) {
                json.write("listed", room.listed());
            }
            if (room.open() != null) {
                json.write("open", room.open());
            }
            json.write("lastSeq", room.lastSeq());
            json.write("since", room.since());
            json.write("cursor", room.cursor());
            json.write("unread", room.unread());
            json.write("createdAt", text(room.createdAt()));
            if (room.lastMessage() != null) {
                context.serialize("lastMessage", room.lastMessage(), json);
            }
            if (room.members() != null) {
                context.serialize("members", room.members(), json);
            }
            json.writeEnd();
        }
    }

    private static void writeOptional(JsonGenerator json, String field, String value) {
        if (value != null) {
            json.write(field, value);
        }
    }

    private static void writeNullable(JsonGenerator json, String field, String value) {
        if (value == null) {
            json.writeNull(field);
        } else {
            json.write(field, value);
        }
    }
}
