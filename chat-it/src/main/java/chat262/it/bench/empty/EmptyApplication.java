package chat262.it.bench.empty;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** At the root of its web application. */
@ApplicationPath("")
public class EmptyApplication extends Application {}
