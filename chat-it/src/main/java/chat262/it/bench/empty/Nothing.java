package chat262.it.bench.empty;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** {@code POST /empty/nothing}: through the connector and JAX-RS, and back. */
@Path("nothing")
public class Nothing {
    @POST
    public void post() {
        // that's the point
    }
}
