package chat262.platform;

import chat262.api.Paths;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The REST calls of the protocol. Resources and providers are found by their annotations. */
@ApplicationPath(Paths.BASE)
public class ChatApplication extends Application {}
