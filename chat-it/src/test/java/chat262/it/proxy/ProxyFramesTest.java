package chat262.it.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import chat262.api.Paths;
import chat262.it.process.Await;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the proxy of the fault runs does to frames must be what it says. */
class ProxyFramesTest {
    private static final int TIMEOUT_MILLIS = 20_000;
    private static final String SENDS = HttpMessage.kind("POST " + Paths.BASE + "/rooms/1/messages", "guest");

    private final List<String> events = new CopyOnWriteArrayList<>();
    private ServerSocket listener;
    private Proxy proxy;
    private Socket client;
    private Socket server;
    private InputStream fromServer;
    private InputStream fromClient;

    @BeforeEach
    void aClientHasAWebSocketThroughTheProxy() throws Exception {
        listener = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        proxy = Proxy.of(URI.create("http://127.0.0.1:" + listener.getLocalPort()));
        client = new Socket(proxy.url().getHost(), proxy.url().getPort());
        client.setSoTimeout(TIMEOUT_MILLIS);
        write(client, "GET /live HTTP/1.1\r\nUser-Agent: guest\r\nUpgrade: websocket\r\n\r\n");
        server = listener.accept();
        server.setSoTimeout(TIMEOUT_MILLIS);
        fromClient = ProxyConnection.buffered(server);
        HttpMessage.request(fromClient).orElseThrow();
        write(server, "HTTP/1.1 101 Switching Protocols\r\n\r\n");
        fromServer = ProxyConnection.buffered(client);
        assertThat(HttpMessage.answer(fromServer).status()).isEqualTo(101);
    }

    @AfterEach
    void close() throws IOException {
        client.close();
        server.close();
        proxy.close();
        listener.close();
    }

    private static void write(Socket to, String text) throws IOException {
        to.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static WebSocketFrame send(String key) {
        return WebSocketFrame.ofClient("{\"type\":\"send\",\"room\":1,\"key\":\"" + key + "\",\"body\":\"x\"}");
    }

    /** The server answers with a frame that a client might send as well: a mask changes nothing for the proxy. */
    private void answer(String key) throws IOException {
        server.getOutputStream()
                .write(WebSocketFrame.ofClient("{\"type\":\"stored\",\"key\":\"" + key + "\"}")
                        .bytes());
    }

    private String nextKey(InputStream in) throws IOException {
        return WebSocketFrame.read(in).orElseThrow().json().orElseThrow().getString("key");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 125, 126, 127, 40_000, 65_535})
    void aFrameOfAnyLengthPassesAsItIs(int length) throws IOException {
        WebSocketFrame frame = WebSocketFrame.ofClient("x".repeat(length));
        client.getOutputStream().write(frame.bytes());
        assertThat(WebSocketFrame.read(fromClient).orElseThrow().bytes()).isEqualTo(frame.bytes());
        server.getOutputStream().write(frame.bytes());
        assertThat(WebSocketFrame.read(fromServer).orElseThrow().bytes()).isEqualTo(frame.bytes());
    }

    @Test
    void aSendIsOnItsWayUntilTheServerHasAnsweredThoughItsClientIsGone() throws Exception {
        proxy.gate().watch(SENDS);
        client.getOutputStream().write(send("a").bytes());
        assertThat(nextKey(fromClient)).isEqualTo("a");
        client.close();
        CompletableFuture<Void> closing = closeGate();
        events.add("the server answers");
        answer("a");
        closing.get(20, TimeUnit.SECONDS);
        assertThat(events).containsExactly("the server answers", "the gate is closed");
        assertThat(fromClient.read()).as("the end, as nothing more is awaited").isEqualTo(-1);
    }

    @Test
    void aSendBehindOneThatIsHeldIsOnItsWayToo() throws Exception {
        CountDownLatch held = new CountDownLatch(1);
        proxy.injectIntoFrames((isClients, frame) -> {
            awaitUnlessAnswer(held, isClients);
            return FrameFault.NONE;
        });
        client.getOutputStream().write(send("a").bytes());
        client.getOutputStream().write(send("b").bytes());
        Await.until("both have arrived", () -> proxy.gate().waiting(SENDS) == 2);
        CompletableFuture<Void> closing = closeGate();
        held.countDown();
        assertThat(nextKey(fromClient)).isEqualTo("a");
        answer("a");
        assertThat(nextKey(fromClient)).isEqualTo("b");
        events.add("the server answers");
        answer("b");
        closing.get(20, TimeUnit.SECONDS);
        assertThat(events).containsExactly("the server answers", "the gate is closed");
    }

    private static void awaitUnlessAnswer(CountDownLatch held, boolean isClients) {
        try {
            if (isClients) {
                held.await();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private CompletableFuture<Void> closeGate() throws InterruptedException {
        CompletableFuture<Void> closing = CompletableFuture.runAsync(() -> {
            try {
                proxy.gate().close(SENDS);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            events.add("the gate is closed");
        });
        Thread.sleep(300); // time for a gate that doesn't wait
        return closing;
    }

    @Test
    void aSendWaitsWhileItsKindIsKeptBack() throws Exception {
        proxy.gate().close(SENDS);
        client.getOutputStream().write(send("a").bytes());
        CompletableFuture<Void> arriving = CompletableFuture.runAsync(() -> {
            try {
                events.add(nextKey(fromClient) + " arrives");
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        Thread.sleep(300); // time for a gate that lets it pass
        events.add("the gate is opened");
        proxy.gate().open(SENDS);
        arriving.get(20, TimeUnit.SECONDS);
        assertThat(events).containsExactly("the gate is opened", "a arrives");
    }

    @Test
    void aSendIsNoLongerOnItsWayWhenTheServerIsGone() throws Exception {
        client.getOutputStream().write(send("a").bytes());
        assertThat(nextKey(fromClient)).isEqualTo("a");
        server.close();
        assertThat(fromServer.read()).isEqualTo(-1);
        proxy.gate().close(SENDS);
    }

    @Test
    void aFrameThatIsCutArrivesInPartAndEndsTheConnectionOnBothSides() throws Exception {
        proxy.injectIntoFrames((isClients, frame) -> FrameFault.CLIENT_FRAME_CUT);
        client.getOutputStream().write(send("a").bytes());
        byte[] part = fromClient.readAllBytes();
        assertThat(part).isNotEmpty().hasSizeLessThan(send("a").bytes().length);
        assertThat(fromServer.read()).isEqualTo(-1);
        assertThat(proxy.doneToFrames()).containsEntry(FrameFault.CLIENT_FRAME_CUT, 1);
        proxy.gate().close(SENDS);
    }

    @Test
    void anAnswerThatIsLostIsToASendThatArrived() throws Exception {
        proxy.injectIntoFrames((isClients, frame) -> FrameFault.ANSWER_LOST);
        client.getOutputStream().write(send("a").bytes());
        assertThat(nextKey(fromClient)).isEqualTo("a");
        assertThat(fromServer.read()).isEqualTo(-1);
        assertThat(fromClient.read()).isEqualTo(-1);
        assertThat(proxy.cuts()).isEqualTo(1);
    }

    @Test
    void aServersFrameThatIsCutComesInPart() throws Exception {
        proxy.injectIntoFrames((isClients, frame) -> FrameFault.SERVER_FRAME_CUT);
        answer("a");
        assertThat(fromServer.readAllBytes()).isNotEmpty().hasSizeLessThan(30);
        assertThat(fromClient.read()).isEqualTo(-1);
    }

    @Test
    void onAHalfOpenConnectionFramesArriveAndNothingComesBack() throws Exception {
        proxy.injectIntoFrames((isClients, frame) -> isClients ? FrameFault.HALF_OPEN : FrameFault.NONE);
        client.getOutputStream().write(send("a").bytes());
        client.getOutputStream().write(send("b").bytes());
        assertThat(nextKey(fromClient)).isEqualTo("a");
        assertThat(nextKey(fromClient)).isEqualTo("b");
        answer("a");
        answer("b");
        proxy.gate().close(SENDS);
        server.close();
        assertThat(WebSocketFrame.read(fromServer)).isEqualTo(Optional.empty());
    }
}
