package chat262.cli.json;

import chat262.api.ContentWriter;
import chat262.api.Message;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonValue;
import jakarta.json.bind.serializer.JsonbSerializer;
import jakarta.json.bind.serializer.SerializationContext;
import jakarta.json.stream.JsonGenerator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Writes an entry of the log: the fields of head and content together, in the order of their names. */
final class MessageWriter implements JsonbSerializer<Message> {
    @Override
    public void serialize(Message message, JsonGenerator json, SerializationContext context) {
        Fields fields = new Fields(new TreeMap<>());
        fields.number("room", message.room());
        fields.number("seq", message.seq());
        fields.text("kind", message.kindName());
        fields.text("sender", message.sender());
        fields.text("sentAt", message.sentAt() == null ? null : message.sentAt().toString());
        fields.text("key", message.key());
        message.content().write(fields);
        json.writeStartObject();
        fields.values.forEach(json::write);
        json.writeEnd();
    }

    private record Fields(SortedMap<String, JsonValue> values) implements ContentWriter {
        @Override
        public void text(String field, String value) {
            if (value != null) {
                values.put(field, Json.createValue(value));
            }
        }

        @Override
        public void account(String field, String username) {
            text(field, username);
        }

        @Override
        public void accounts(String field, List<String> usernames) {
            JsonArrayBuilder names = Json.createArrayBuilder();
            usernames.forEach(names::add);
            values.put(field, names.build());
        }

        @Override
        public void target(long seq) {
            number("target", seq);
        }

        @Override
        public void flag(String field, boolean value) {
            values.put(field, value ? JsonValue.TRUE : JsonValue.FALSE);
        }

        @Override
        public void all(Map<String, Object> fields) {
            fields.forEach((field, value) -> {
                if (value != JsonValue.NULL) {
                    values.put(field, (JsonValue) value);
                }
            });
        }

        void number(String field, long value) {
            values.put(field, Json.createValue(value));
        }
    }
}
