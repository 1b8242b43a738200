package chat262.cli.json;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;

/** The one JSON-B of the console. */
public final class Records {
    private static final Jsonb JSON = JsonbBuilder.create(
            new JsonbConfig().withSerializers(new MessageWriter()).withDeserializers(new MessageReader()));

    private Records() {}

    /** Reads and writes records; what can't be read is a {@link jakarta.json.bind.JsonbException}. */
    public static Jsonb json() {
        return JSON;
    }
}
