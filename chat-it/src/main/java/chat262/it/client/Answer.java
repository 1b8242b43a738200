package chat262.it.client;

import chat262.api.Paths;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Optional;

/**
 * What a server said to one request.
 *
 * @param body as it came; empty if there was none
 */
public record Answer(int status, HttpHeaders headers, String body) {

    /** The first header of this name; empty without one. */
    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    /** The body as a JSON object; {@link IllegalStateException} if it is none. */
    public JsonObject json() {
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            return reader.readObject();
        } catch (JsonException e) {
            throw new IllegalStateException("no JSON object in " + this, e);
        }
    }

    /** A text of the body's. */
    public String text(String field) {
        return json().getString(field);
    }

    /** A number of the body's. */
    public long number(String field) {
        return json().getJsonNumber(field).longValueExact();
    }

    /** The objects in an array of the body's. */
    public List<JsonObject> objects(String field) {
        return json().getJsonArray(field).getValuesAs(JsonObject.class);
    }

    /** The problem's slug; empty if this is no problem. */
    public Optional<String> slug() {
        boolean problem = header("Content-Type")
                .filter(type -> type.startsWith(Paths.PROBLEM_JSON))
                .isPresent();
        return problem ? Optional.of(text("type").substring(Paths.PROBLEMS.length())) : Optional.empty();
    }

    /** This answer, if it has one of these statuses; {@link IllegalStateException} else. For the set-up of tests. */
    public Answer expect(int... statuses) {
        for (int expected : statuses) {
            if (status == expected) {
                return this;
            }
        }
        throw new IllegalStateException("the set-up failed: " + this);
    }

    @Override
    public String toString() {
        return status + " " + headers.map() + " " + body;
    }
}
