package chat262.it.client;

import chat262.api.Live;
import chat262.it.process.Await;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A socket on the live stream, and every frame that came on it. It answers nothing by itself. Thread-safe. */
public final class LiveClient implements AutoCloseable {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private static final int NO_CODE = -1;

    private final List<JsonObject> frames = new ArrayList<>();
    private final WebSocket socket;
    private int closeCode = NO_CODE;

    private LiveClient(URI server, String token) {
        URI live = URI.create("ws://" + server.getAuthority() + Live.PATH);
        socket = CLIENT.newWebSocketBuilder()
                .header("Authorization", "Bearer " + token)
                .buildAsync(live, new Receiver())
                .join();
    }

    /** Connects with the session of a person. */
    public static LiveClient of(Person person) {
        return new LiveClient(person.api().server(), person.token());
    }

    /** Sends an object of names and values in turn. */
    public void send(Object... namesAndValues) {
        sendText(Fields.of(namesAndValues).toString());
    }

    /** Sends any text, whether it is JSON or not. */
    public void sendText(String text) {
        finish(socket.sendText(text, true).toCompletableFuture());
    }

    /** Sends a piece of a text, or its last one. */
    public void sendPart(String text, boolean last) {
        finish(socket.sendText(text, last).toCompletableFuture());
    }

    public void sendBytes(byte[] bytes) {
        finish(socket.sendBinary(ByteBuffer.wrap(bytes), true).toCompletableFuture());
    }

    /** Acknowledges. */
    public void acknowledge(long room, long seq) {
        send("type", "ack", "room", room, "seq", seq);
    }

    private static void finish(CompletableFuture<?> sent) {
        sent.orTimeout(TIMEOUT.toSeconds(), TimeUnit.SECONDS).join();
    }

    /** The first frame of a type, as soon as it is there. */
    public JsonObject await(String type) {
        return await(type, frame -> true);
    }

    /** The first frame of a type that passes, as soon as it is there. */
    public JsonObject await(String type, Predicate<JsonObject> test) {
        AtomicReference<Optional<JsonObject>> found = new AtomicReference<>(Optional.empty());
        Await.until(
                "a frame of type " + type,
                TIMEOUT,
                () -> {
                    boolean isClosed = !isOpen(); // asked first: a frame may come just before the end
                    found.set(frames(type).stream().filter(test).findFirst());
                    return isClosed || found.get().isPresent();
                },
                this::state);
        return found.get()
                .orElseThrow(() -> new IllegalStateException("no such frame of type " + type + "; " + state()));
    }

    /** The message of a room with a seq. */
    public JsonObject awaitMessage(long room, long seq) {
        return await("message", frame -> frame.getInt("room") == room && frame.getInt("seq") == seq);
    }

    /** The code that the server closed with; 1006 if the connection broke. */
    public int awaitClose() {
        Await.until("the socket is closed", TIMEOUT, () -> !isOpen(), this::state);
        synchronized (frames) {
            return closeCode;
        }
    }

    public boolean isOpen() {
        synchronized (frames) {
            return closeCode == NO_CODE;
        }
    }

    /** All frames so far, in the order in which they came. */
    public List<JsonObject> frames() {
        synchronized (frames) {
            return List.copyOf(frames);
        }
    }

    /** The frames of a type so far. */
    public List<JsonObject> frames(String type) {
        synchronized (frames) {
            return ofType(type).toList();
        }
    }

    /** The seqs of a room's messages so far. */
    public List<Long> seqs(long room) {
        return frames("message").stream()
                .filter(frame -> frame.getInt("room") == room)
                .map(frame -> frame.getJsonNumber("seq").longValueExact())
                .toList();
    }

    private Stream<JsonObject> ofType(String type) {
        return frames.stream().filter(frame -> frame.getString("type").equals(type));
    }

    private String state() {
        synchronized (frames) {
            return "close code: " + closeCode + "; frames: " + frames;
        }
    }

    /** Breaks the connection off, as a client does that dies. */
    @Override
    public void close() {
        socket.abort();
    }

    private final class Receiver implements WebSocket.Listener {
        private final StringBuilder text = new StringBuilder();

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
            text.append(data);
            if (last) {
                try (JsonReader reader = Json.createReader(new StringReader(text.toString()))) {
                    JsonObject frame = reader.readObject();
                    synchronized (frames) {
                        frames.add(frame);
                    }
                }
                text.setLength(0);
            }
            from.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            closed(code);
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable failure) {
            closed(1006);
        }

        private void closed(int code) {
            synchronized (frames) {
                closeCode = closeCode == NO_CODE ? code : closeCode;
            }
        }
    }
}
