package chat262.cluster;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A hint as it travels, in JSON: with the version of its form, the epoch of the history that it is about, and the node that
 * tells it. Fields that a version doesn't know are ignored.
 */
record HintMessage(String epoch, String node, Hint hint) {
    /** Raised when a field changes its meaning; a hint of another version is only known to be one. */
    static final int VERSION = 1;

    private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());
    private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

    String toJson() {
        JsonObjectBuilder typing = JSON.createObjectBuilder();
        hint.typing().forEach((room, names) -> {
            JsonObjectBuilder byAccount = JSON.createObjectBuilder();
            names.forEach((account, name) -> byAccount.add(String.valueOf(account), name));
            typing.add(String.valueOf(room), byAccount);
        });
        JsonObjectBuilder rooms = JSON.createObjectBuilder();
        hint.lastSeqs().forEach((room, seq) -> rooms.add(String.valueOf(room), seq));
        return JSON.createObjectBuilder()
                .add("v", VERSION)
                .add("epoch", epoch)
                .add("node", node)
                .add("rooms", rooms)
                .add("joined", arrays(hint.joined()))
                .add("cursors", arrays(hint.cursors()))
                .add("closed", array(hint.closed()))
                .add("ended", array(hint.ended()))
                .add("typing", typing)
                .build()
                .toString();
    }

    private static JsonObjectBuilder arrays(Map<Long, Set<Long>> byRoom) {
        JsonObjectBuilder object = JSON.createObjectBuilder();
        byRoom.forEach((room, accounts) -> object.add(String.valueOf(room), array(accounts)));
        return object;
    }

    private static JsonArrayBuilder array(Collection<Long> ids) {
        JsonArrayBuilder array = JSON.createArrayBuilder();
        ids.forEach(array::add);
        return array;
    }

    /** What a text says; empty if it is of another version, or not a hint at all. */
    static Optional<HintMessage> parse(String text) {
        try (JsonReader reader = READERS.createReader(new StringReader(text))) {
            JsonObject json = reader.readObject();
            return json.getInt("v", 0) == VERSION
                    ? Optional.of(new HintMessage(json.getString("epoch"), json.getString("node"), hint(json)))
                    : Optional.empty();
        } catch (JsonException | ClassCastException | NullPointerException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Hint hint(JsonObject json) {
        Hint hint = new Hint();
        object(json, "rooms").forEach((room, seq) -> hint.lastSeqs().put(id(room), number(seq)));
        object(json, "joined").forEach((room, ids) -> hint.joined().put(id(room), ids(ids)));
        object(json, "cursors").forEach((room, ids) -> hint.cursors().put(id(room), ids(ids)));
        hint.closed().addAll(ids(json.getOrDefault("closed", JsonValue.EMPTY_JSON_ARRAY)));
        hint.ended().addAll(ids(json.getOrDefault("ended", JsonValue.EMPTY_JSON_ARRAY)));
        object(json, "typing").forEach((room, names) -> {
            Map<Long, String> byAccount = new HashMap<>();
            names.asJsonObject()
                    .forEach((account, name) -> byAccount.put(id(account), ((JsonString) name).getString()));
            hint.typing().put(id(room), byAccount);
        });
        return hint;
    }

    private static JsonObject object(JsonObject json, String field) {
        return json.containsKey(field) ? json.getJsonObject(field) : JsonValue.EMPTY_JSON_OBJECT;
    }

    private static long id(String text) {
        return Long.parseLong(text);
    }

    private static long number(JsonValue value) {
        return ((JsonNumber) value).longValue();
    }

    private static Set<Long> ids(JsonValue array) {
        Set<Long> ids = new HashSet<>();
        ((JsonArray) array).forEach(each -> ids.add(number(each)));
        return ids;
    }
}
