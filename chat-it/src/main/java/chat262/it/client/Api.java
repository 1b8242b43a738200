package chat262.it.client;

import chat262.api.Paths;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;

/**
 * The REST calls of a server. Paths are relative to {@link Paths#BASE} and go out as they are, so they must be escaped
 * already. Immutable and thread-safe.
 */
public final class Api {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final HttpClient CLIENT = client().build();

    private final HttpClient client;
    private final URI server;
    private final List<String> headers;

    private Api(HttpClient client, URI server, List<String> headers) {
        this.client = client;
        this.server = server;
        this.headers = headers;
    }

    private static HttpClient.Builder client() {
        return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(TIMEOUT);
    }

    /** The calls of the server at a base URL, without a login. */
    public static Api of(URI server) {
        return new Api(CLIENT, server, List.of());
    }

    /** The same of a server whose certificate only these clients trust. */
    public static Api of(URI server, SSLContext trust) {
        return new Api(client().sslContext(trust).build(), server, List.of());
    }

    /** The same calls with one more header. */
    public Api with(String header, String value) {
        List<String> more = new ArrayList<>(headers);
        more.add(header);
        more.add(value);
        return new Api(client, server, List.copyOf(more));
    }

    /** The same calls in the session of a token. */
    public Api as(String token) {
        return with("Authorization", "Bearer " + token);
    }

    /** The same calls under a key. */
    public Api keyed(String key) {
        return with(Paths.IDEMPOTENCY_KEY, key);
    }

    public URI server() {
        return server;
    }

    public Answer get(String path) {
        return send("GET", path, null, BodyPublishers.noBody());
    }

    /** Whether the server says that it is ready, which is not among its calls. */
    public Answer ready() {
        return send(HttpRequest.newBuilder(server.resolve("health/ready")));
    }

    public Answer delete(String path) {
        return send("DELETE", path, null, BodyPublishers.noBody());
    }

    /** A PUT without a body. */
    public Answer put(String path) {
        return send("PUT", path, null, BodyPublishers.noBody());
    }

    public Answer put(String path, JsonObject body) {
        return send("PUT", path, body.toString());
    }

    public Answer post(String path, JsonObject body) {
        return send("POST", path, body.toString());
    }

    public Answer patch(String path, JsonObject body) {
        return send("PATCH", path, body.toString());
    }

    /** Any text as {@code application/json}, whether it is JSON or not. */
    public Answer send(String method, String path, String body) {
        return send(method, path, "application/json", BodyPublishers.ofString(body, StandardCharsets.UTF_8));
    }

    /** Any bytes as anything; {@code contentType} is null for a request without that header. */
    public Answer send(String method, String path, String contentType, BodyPublisher body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.resolve(Paths.BASE) + path))
                .method(method, body);
        if (contentType != null) {
            request.header("Content-Type", contentType);
        }
        for (int i = 0; i < headers.size(); i += 2) {
            request.header(headers.get(i), headers.get(i + 1));
        }
        return send(request);
    }

    private Answer send(HttpRequest.Builder builder) {
        HttpRequest request = builder.timeout(TIMEOUT).build();
        try {
            HttpResponse<String> answer = client.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(answer.statusCode(), answer.headers(), answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(request.method() + " " + request.uri() + " got no answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for an answer", e);
        }
    }
}
