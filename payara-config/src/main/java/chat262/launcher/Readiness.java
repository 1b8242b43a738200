package chat262.launcher;

import chat262.api.Paths;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Asks a server, over HTTP and from outside as any client would, whether it is ready. */
final class Readiness {
    private static final int MOST_MILLIS = 5_000;

    /** Payara's own checks are UP long before, and also without, the application's. */
    private static final Pattern OUR_CHECK = Pattern.compile("\"name\"\\s*:\\s*\"" + Paths.READY_CHECK + "\"");

    private final URI url;

    private Readiness(URI url) {
        this.url = url;
    }

    /** The base URL of a server that listens on an address and port, as somebody on this machine would open it. */
    static URI baseUrl(InetAddress address, int port) {
        String host = address.isAnyLocalAddress() ? "127.0.0.1" : address.getHostAddress();
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port + "/");
    }

    static Readiness of(URI baseUrl) {
        return new Readiness(baseUrl.resolve(Paths.READY));
    }

    /** Whether the answer is 200, which says that all checks are UP, and ours is among them. */
    boolean isReady() {
        try {
            HttpURLConnection connection = (HttpURLConnection) url.toURL().openConnection(java.net.Proxy.NO_PROXY);
            connection.setConnectTimeout(MOST_MILLIS);
            connection.setReadTimeout(MOST_MILLIS);
            if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
                return false;
            }
            try (InputStream in = connection.getInputStream()) {
                return OUR_CHECK
                        .matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                        .find();
            }
        } catch (IOException e) {
            // Nobody there yet: exactly what is being asked.
            return false;
        }
    }
}
