package chat262.cli.store;

import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Records as the JSON that the files hold. */
public final class Stored {
    private static final Jsonb JSON = JsonbBuilder.create();

    private Stored() {}

    /** Loads what the first use needs, so that it is quick. */
    public static void prepare() {
        JSON.fromJson("{}", Login.class);
    }

    /** A record as JSON, in UTF-8. */
    public static byte[] write(Object record) {
        return JSON.toJson(record).getBytes(StandardCharsets.UTF_8);
    }

    static <T> T read(byte[] json, Class<T> type) throws IOException {
        try {
            return JSON.fromJson(new String(json, StandardCharsets.UTF_8), type);
        } catch (JsonbException e) {
            throw new IOException("a stored " + type.getSimpleName() + " can't be read: " + e.getMessage(), e);
        }
    }
}
