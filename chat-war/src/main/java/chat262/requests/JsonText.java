package chat262.requests;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import java.io.StringReader;
import java.util.Map;

/** Texts that are to be one JSON object. */
public final class JsonText {
    /** Made once: {@code Json.createParser} looks for its implementation on the whole class path, every time. */
    private static final JsonParserFactory JSON = Json.createParserFactory(Map.of());

    private JsonText() {}

    /** The object that a text is; {@link IllegalArgumentException} if it is anything else, or has anything after it. */
    public static JsonObject object(String text) {
        try (JsonParser parser = JSON.createParser(new StringReader(text))) {
            parser.next();
            JsonObject object = parser.getObject();
            parser.hasNext(); // looks for the end of the text, and throws if there is more
            return object;
        } catch (RuntimeException e) {
            // Parsson has no type in common for them: too deep a nesting, too long a number and no JSON are three.
            throw new IllegalArgumentException("is not a JSON object that can be read", e);
        }
    }
}
