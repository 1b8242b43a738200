package chat262.launcher;

import chat262.api.Paths;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Asks a server over HTTP, as any client would, whether it is ready. */
final class ReadinessProbe {
    private static final int TIMEOUT_MILLIS = 5_000;

    /** The application's check in the answer. Payara's own checks are UP long before it, and also without it. */
    private static final Pattern OUR_CHECK = Pattern.compile("\"name\"\\s*:\\s*\"" + Paths.READY_CHECK + "\"");

    private final URI url;

    private ReadinessProbe(URI url) {
        this.url = url;
    }

    /** The base URL, for a client on this machine, of a server that listens on an address and port. */
    static URI baseUrl(InetAddress address, int port) {
        String host = address.isAnyLocalAddress() ? "127.0.0.1" : address.getHostAddress();
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port + "/");
    }

    static ReadinessProbe of(URI baseUrl) {
        return new ReadinessProbe(baseUrl.resolve(Paths.READY));
    }

    /** Whether the answer is 200, which says that all checks are UP, and contains our check. */
    boolean isReady() {
        try {
            HttpURLConnection connection = (HttpURLConnection) url.toURL().openConnection(java.net.Proxy.NO_PROXY);
            connection.setConnectTimeout(TIMEOUT_MILLIS);
            connection.setReadTimeout(TIMEOUT_MILLIS);
            if (connection.getResponseCode() != HttpURLConnection.HTTP_OK) {
                return false;
            }
            try (InputStream in = connection.getInputStream()) {
                return OUR_CHECK
                        .matcher(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                        .find();
            }
        } catch (IOException e) {
            // The server does not listen yet.
            return false;
        }
    }
}
