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
        // Jersey would answer OPTIONS with a description of itself, of its own kind.
        return Map.of("jersey.config.server.wadl.disableWadl", true);
    }
}
