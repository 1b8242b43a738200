package chat262.requests;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import java.io.StringReader;
import java.util.Map;

/** Parses texts that must be one JSON object. */
public final class JsonText {
    /** Made once: {@code Json.createParser} searches the whole class path for its implementation each time. */
    private static final JsonParserFactory JSON = Json.createParserFactory(Map.of());

    private JsonText() {}

    /** The object; {@link IllegalArgumentException} if the text is anything else, or has anything after it. */
    public static JsonObject object(String text) {
        try (JsonParser parser = JSON.createParser(new StringReader(text))) {
            parser.next();
            JsonObject object = parser.getObject();
            parser.hasNext(); // throws if there is anything after the object
            return object;
        } catch (RuntimeException e) {
            // Parsson throws unrelated types for what is no JSON, too deeply nested, or has too long a number.
            throw new IllegalArgumentException("is not a JSON object that can be read", e);
        }
    }
}
