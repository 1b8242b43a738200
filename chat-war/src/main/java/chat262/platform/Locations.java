package chat262.platform;

import jakarta.ws.rs.core.UriInfo;
import java.net.URI;

/**
 * What a {@code Location} header says. It is relative to the address of the call: behind a proxy, only the client knows that
 * address, with its scheme, its host and the path below which the proxy has put the server.
 */
public final class Locations {
    private Locations() {}

    /**
     * A reference to something of the API.
     *
     * @param call the present call
     * @param path the path of the thing below the API's base, such as {@code rooms/7}
     */
    public static URI of(UriInfo call, String path) {
        long depth = call.getPath(false).chars().filter(c -> c == '/').count();
        return URI.create("../".repeat((int) depth) + path);
    }
}
