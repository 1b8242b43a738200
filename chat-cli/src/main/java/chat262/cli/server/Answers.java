package chat262.cli.server;

import chat262.cli.json.Records;
import jakarta.json.bind.JsonbException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;

/** The JSON of answers. */
final class Answers {
    private Answers() {}

    /** An answer's body as a record. */
    static <T> T read(Response response, Class<T> type) {
        return read(response.readEntity(String.class), type);
    }

    /**
     * @throws ProcessingException if it isn't JSON, or not that of such a record
     */
    static <T> T read(String json, Class<T> type) {
        try {
            T record = Records.json().fromJson(json, type);
            if (record == null) {
                throw new ProcessingException("the body is null");
            }
            return record;
        } catch (JsonbException e) {
            throw new ProcessingException(e);
        }
    }
}
