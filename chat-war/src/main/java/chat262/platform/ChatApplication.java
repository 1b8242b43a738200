package chat262.platform;

import chat262.api.Paths;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/** The REST API. Resources and providers are found by their annotations. */
@ApplicationPath(Paths.BASE)
public class ChatApplication extends Application {
    @Override
    public Map<String, Object> getProperties() {
        return Map.of(
                // Jersey would answer OPTIONS with a WADL description.
                "jersey.config.server.wadl.disableWadl",
                true,
                // Jersey would make a Location absolute, with the address that this server has behind a proxy.
                "jersey.config.server.headers.location.relative.resolution.disabled",
                true,
                // Responses up to this size have a Content-Length; Jersey would allocate 8 KiB for each.
                "jersey.config.contentLength.buffer",
                ResponseBufferFilter.BYTES);
    }
}
