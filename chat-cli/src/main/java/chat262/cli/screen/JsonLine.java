package chat262.cli.screen;

import chat262.cli.store.Stored;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;

/** Records as lines of JSON for scripts: the names are those of the server's answers. No terminal obeys what is in one. */
public final class JsonLine {
    private JsonLine() {}

    /** A record as it is. */
    public static String of(Object record) {
        return escaped(new String(Stored.write(record), StandardCharsets.UTF_8));
    }

    /** A record, with one more name and value. */
    public static String of(Object record, String name, String value) {
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(Stored.write(record)))) {
            JsonObject object = reader.readObject();
            return escaped(
                    Json.createObjectBuilder(object).add(name, value).build().toString());
        }
    }

    /** One name and value. */
    public static String of(String name, String value) {
        return escaped(Json.createObjectBuilder().add(name, value).build().toString());
    }

    /** The same JSON, with what is not to be seen written as an escape. */
    private static String escaped(String json) {
        StringBuilder text = new StringBuilder();
        json.codePoints().forEach(codePoint -> {
            String character = Character.toString(codePoint);
            if (SafeText.of(character).equals(character)) {
                text.append(character);
            } else {
                character.chars().forEach(unit -> text.append(String.format("\\u%04x", unit)));
            }
        });
        return text.toString();
    }
}
