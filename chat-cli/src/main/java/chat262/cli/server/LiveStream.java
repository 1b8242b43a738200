package chat262.cli.server;

import chat262.api.Live;
import chat262.api.Message;
import chat262.cli.json.Records;
import jakarta.ws.rs.ProcessingException;
import java.io.Closeable;
import java.net.URI;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** One connection to the live stream: what the server pushes, from the greeting to the end. */
public final class LiveStream implements Closeable {
    private static final Duration SILENCE_TIMEOUT = Duration.ofSeconds(Live.SILENCE_SECONDS);

    private final WebSocket socket;
    private final Ears ears;

    /** Called on each frame, one after the other, by a thread of the connection. */
    public interface Listener {
        /** The server pushes from now on: what was missed before that has to be fetched. */
        void greeted(Greeting greeting);

        /** There is a new message; it may be one that is known, or one before which others are missing. */
        void message(Message message);

        /** Anything else may have changed: rooms, cursors, or what an unknown or unreadable frame meant. Time to poll. */
        void changed();

        /** Other members' cursors in a room that is watched; only those that have moved. */
        void cursors(long room, Map<String, Long> cursors);

        /** A message that was sent here is stored. */
        void stored(Live.Stored stored);

        /** A message that was sent here was not stored; the reason is empty if this version doesn't know it. */
        void refused(String key, Optional<RequestRejected> why);

        /** Nothing comes any more. */
        void ended();
    }

    private LiveStream(WebSocket socket, Ears ears) {
        this.socket = socket;
        this.ears = ears;
    }

    /** Connects. Throws {@link NoAnswer} also where the server refuses: whether for good, the other calls tell. */
    static LiveStream open(URI server, String token, Listener listener) {
        Ears ears = new Ears(listener);
        return new LiveStream(WebSockets.open(address(server), token, ears), ears);
    }

    private static URI address(URI server) {
        String root = server.toString().replaceFirst("^http", "ws").replaceFirst("/+$", "");
        return URI.create(root + Live.PATH);
    }

    /** Whether it has ended, or been silent for longer than a running server ever is. */
    public boolean isOver() {
        return ears.ended || System.nanoTime() - ears.heardAt > SILENCE_TIMEOUT.toNanos();
    }

    /** Asks to be told, or not any more, how far the others are in a room. */
    public void watch(long room, boolean on) {
        ears.say(socket, "{\"type\":\"" + Live.Type.WATCH.wireName() + "\",\"room\":" + room + ",\"on\":" + on + "}");
    }

    /** Sends a message; false if it must be sent by a call, because the frame would be too large. */
    public boolean send(long room, String key, String body) {
        String frame = Records.json().toJson(new SendFrame(Live.Type.SEND.wireName(), room, key, body));
        boolean fits = frame.getBytes(StandardCharsets.UTF_8).length <= Live.MAX_FRAME;
        if (fits) {
            ears.say(socket, frame);
        }
        return fits;
    }

    @Override
    public void close() {
        socket.abort();
    }

    /** A message on its way to the server. */
    public record SendFrame(String type, long room, String key, String body) {}

    /** What a frame says of itself. */
    public record Frame(String type) {}

    /** The account of the session, and the server's history. */
    public record Greeting(String epoch, String username, long accountId, long sessionId) {}

    /** How far others have come in a room. */
    public record Cursors(long room, Map<String, Long> cursors) {}

    private static final class Ears implements WebSocket.Listener {
        private static final String PONG = "{\"type\":\"" + Live.Type.PONG.wireName() + "\"}";

        private final Listener listener;
        private final StringBuilder frame = new StringBuilder();
        private CompletableFuture<?> said = CompletableFuture.completedFuture(null);
        private volatile long heardAt = System.nanoTime();
        private volatile boolean ended;

        Ears(Listener listener) {
            this.listener = listener;
        }

        @Override
        public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
            heardAt = System.nanoTime();
            frame.append(part);
            if (last) {
                String whole = frame.toString();
                frame.setLength(0);
                hear(from, whole);
            }
            from.request(1);
            return null;
        }

        private void hear(WebSocket from, String text) {
            try {
                String type = Answers.read(text, Frame.class).type();
                if (Live.Type.MESSAGE.wireName().equals(type)) {
                    listener.message(Answers.read(text, Message.class));
                } else if (Live.Type.HELLO.wireName().equals(type)) {
                    listener.greeted(Answers.read(text, Greeting.class));
                } else if (Live.Type.PING.wireName().equals(type)) {
                    say(from, PONG);
                } else if (Live.Type.CURSORS.wireName().equals(type)) {
                    Cursors cursors = Answers.read(text, Cursors.class);
                    listener.cursors(cursors.room(), cursors.cursors());
                } else if (Live.Type.STORED.wireName().equals(type)) {
                    listener.stored(Answers.read(text, Live.Stored.class));
                } else if (Live.Type.REFUSED.wireName().equals(type)) {
                    Live.Refused refused = Answers.read(text, Live.Refused.class);
                    listener.refused(refused.key(), RequestRejected.of(refused));
                } else {
                    listener.changed();
                }
            } catch (ProcessingException e) {
                listener.changed(); // what this version can't read, a fetch will
            }
        }

        /** One frame after the other: the socket takes no second one while it sends. What fails ends the connection. */
        private synchronized void say(WebSocket to, String text) {
            said = said.handle((before, failure) -> null).thenCompose(nothing -> to.sendText(text, true));
        }

        @Override
        public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
            end();
            return null;
        }

        @Override
        public void onError(WebSocket from, Throwable failure) {
            end();
        }

        private void end() {
            ended = true;
            listener.ended();
        }
    }
}
