package chat262.platform;

import chat262.api.server.ServerProperties;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Whether this server has ended its service: it stops, or must not go on. Thread-safe. */
@ApplicationScoped
public class ServiceState {
    private volatile String endReason;

    /** Why requests are not served any more, for clients; empty as long as they are. */
    public Optional<String> endReason() {
        return Boolean.getBoolean(ServerProperties.STOPPING)
                ? Optional.of("the server stops")
                : Optional.ofNullable(endReason);
    }

    /** Ends the service for good; the reason is a sentence without its full stop. */
    public void end(String reason) {
        endReason = reason;
    }
}
