package chat262.cli.server;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Java's own WebSocket client, with a limit to how long connecting may take. */
final class WebSockets {
    private static final Duration HANDSHAKE_TIMEOUT = Duration.ofSeconds(10);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(HANDSHAKE_TIMEOUT).build();

    private WebSockets() {}

    static WebSocket open(URI address, String token, WebSocket.Listener listener) {
        CompletableFuture<WebSocket> opening = HTTP.newWebSocketBuilder()
                .connectTimeout(HANDSHAKE_TIMEOUT)
                .header("Authorization", "Bearer " + token)
                .buildAsync(address, listener);
        try {
            return opening.get(HANDSHAKE_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            opening.thenAccept(WebSocket::abort); // should it open after all
            throw NoAnswer.because("the live stream did not open within " + HANDSHAKE_TIMEOUT.toSeconds() + " s");
        } catch (InterruptedException e) {
            opening.thenAccept(WebSocket::abort);
            Thread.currentThread().interrupt();
            throw NoAnswer.because("the call was broken off");
        } catch (ExecutionException e) {
            throw NoAnswer.because(e.getCause());
        }
    }
}
