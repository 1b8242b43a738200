package chat262.it.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What the proxy of the fault runs says of requests must be so: a run would find faults that are its own. */
class ProxyTest {
    private static final String SEND = "POST /rooms/1/messages";

    private final List<String> events = new CopyOnWriteArrayList<>();
    private final CountDownLatch arrived = new CountDownLatch(1);

    @Test
    void aRequestIsOnItsWayUntilTheServerHasAnsweredThoughItsClientHasGivenItUp() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
                Proxy proxy = Proxy.of(URI.create("http://127.0.0.1:" + server.getLocalPort()))) {
            CompletableFuture<Void> serving = CompletableFuture.runAsync(() -> answerLate(server));
            try (Socket client = new Socket(proxy.url().getHost(), proxy.url().getPort())) {
                client.getOutputStream()
                        .write((SEND + " HTTP/1.1\r\nUser-Agent: guest\r\nContent-Length: 2\r\n\r\n{}")
                                .getBytes(StandardCharsets.US_ASCII));
                assertThat(arrived.await(20, TimeUnit.SECONDS)).isTrue();
            }
            proxy.gate().close(HttpMessage.kind(SEND, "guest"));
            events.add("the gate is closed");
            serving.get(20, TimeUnit.SECONDS);
        }
        assertThat(events).containsExactly("the server answers", "the gate is closed");
    }

    private void answerLate(ServerSocket server) {
        try (Socket client = server.accept()) {
            HttpMessage.request(ProxyConnection.buffered(client)).orElseThrow();
            arrived.countDown();
            Thread.sleep(300); // time for a gate that doesn't wait
            events.add("the server answers");
            client.getOutputStream()
                    .write("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
