package chat262.cli.store;

import chat262.cli.json.Records;
import jakarta.json.bind.JsonbException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Records as the JSON that the files hold. */
public final class Stored {
    private Stored() {}

    /** Loads what the first use needs, so that it is quick. */
    public static void prepare() {
        Records.json().fromJson("{}", Login.class);
    }

    /** A record as JSON, in UTF-8. */
    public static byte[] write(Object record) {
        return Records.json().toJson(record).getBytes(StandardCharsets.UTF_8);
    }

    /** What was stored; empty if it can't be read. */
    static <T> Optional<T> readIfWhole(byte[] json, Class<T> type) {
        try {
            return Optional.ofNullable(read(json, type));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    static <T> T read(byte[] json, Class<T> type) throws IOException {
        try {
            return Records.json().fromJson(new String(json, StandardCharsets.UTF_8), type);
        } catch (JsonbException e) {
            throw new IOException("a stored " + type.getSimpleName() + " can't be read: " + e.getMessage(), e);
        }
    }
}
