package chat262.platform;

import chat262.api.Paths;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/** The REST calls of the protocol. Resources and providers are found by their annotations. */
@ApplicationPath(Paths.BASE)
public class ChatApplication extends Application {
    @Override
    public Map<String, Object> getProperties() {
        return Map.of(
                // Jersey would answer OPTIONS with a description of itself, of its own kind.
                "jersey.config.server.wadl.disableWadl",
                true,
                // Up to here an answer tells its length; Jersey would take 8 KiB for each.
                "jersey.config.contentLength.buffer",
                AnswerBuffer.BYTES);
    }
}
