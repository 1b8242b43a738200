package chat262.cli.json;

import chat262.api.Content;
import chat262.api.ContentReader;
import chat262.api.Message;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.bind.JsonbException;
import jakarta.json.bind.serializer.DeserializationContext;
import jakarta.json.bind.serializer.JsonbDeserializer;
import jakarta.json.stream.JsonParser;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads an entry of the log: its head, and whatever else is there as its content. */
final class MessageReader implements JsonbDeserializer<Message> {
    /** The fields that are not content; {@code type} is that of a frame of the live stream. */
    private static final Set<String> HEAD = Set.of("type", "room", "seq", "kind", "sender", "sentAt", "key");

    @Override
    public Message deserialize(JsonParser parser, DeserializationContext context, Type type) {
        try {
            Fields fields = new Fields(parser.getObject());
            String sentAt = fields.text("sentAt");
            return new Message(
                    fields.number("room"),
                    fields.number("seq"),
                    fields.text("sender"),
                    sentAt == null ? null : Instant.parse(sentAt),
                    fields.text("key"),
                    Content.read(fields.text("kind"), fields));
        } catch (ClassCastException
                | ArithmeticException
                | IllegalArgumentException
                | IllegalStateException
                | DateTimeException e) {
            throw new JsonbException("this is no entry of a log: " + e.getMessage(), e);
        }
    }

    private record Fields(JsonObject object) implements ContentReader {
        @Override
        public String text(String field) {
            return isNull(field) ? null : object.getString(field);
        }

        @Override
        public String account(String field) {
            return text(field);
        }

        @Override
        public List<String> accounts(String field) {
            return isNull(field)
                    ? List.of()
                    : object.getJsonArray(field).getValuesAs(JsonString.class).stream()
                            .map(JsonString::getString)
                            .toList();
        }

        @Override
        public long target() {
            return number("target");
        }

        @Override
        public Map<String, Object> all() {
            Map<String, Object> all = new LinkedHashMap<>(object);
            all.keySet().removeAll(HEAD);
            return all;
        }

        private long number(String field) {
            return isNull(field) ? 0 : ((JsonNumber) object.get(field)).longValueExact();
        }

        private boolean isNull(String field) {
            return object.getOrDefault(field, JsonValue.NULL) == JsonValue.NULL;
        }
    }
}
