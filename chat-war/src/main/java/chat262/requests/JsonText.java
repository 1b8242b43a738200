package chat262.requests;

import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import jakarta.json.stream.JsonParserFactory;
import java.io.StringReader;
import java.util.Map;

/** Parses texts that must be one JSON object, and strictly what is in them. */
public final class JsonText {
    /** Made once: {@code Json.createParser} searches the whole class path for its implementation each time. */
    private static final JsonParserFactory JSON = Json.createParserFactory(Map.of());

    private JsonText() {}

    /** A JSON number as a whole one; {@link IllegalArgumentException}, which says why, for anything else. */
    public static long wholeNumber(JsonValue json) {
        if (!(json instanceof JsonNumber number) || !number.isIntegral()) {
            throw new IllegalArgumentException("must be a whole number");
        }
        try {
            return number.longValueExact();
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("is out of range", e);
        }
    }

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
