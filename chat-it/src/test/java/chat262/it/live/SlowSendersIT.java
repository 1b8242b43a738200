package chat262.it.live;

import static org.assertj.core.api.Assertions.assertThat;

import chat262.api.Live;
import chat262.it.client.Fields;
import chat262.it.client.LiveClient;
import chat262.it.client.Person;
import chat262.it.process.Await;
import chat262.it.proxy.HttpMessage;
import chat262.it.proxy.WebSocketFrame;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A client that sends over the stream and doesn't read what it gets there. */
@ExtendWith(LiveServer.class)
class SlowSendersIT {
    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    /** The largest there can be: far more of them than the network and the server hold for one reader. */
    private static final String LARGE = "\ud83d\ude00".repeat(3900);

    private static final int MOST = 1_000;

    /** The server tells the reason for five seconds; who looks too late only finds the connection gone. */
    private static final int ATTEMPTS = 10;

    private static final Duration SHORT = Duration.ofSeconds(1);

    private final Person anna = LiveServer.somebody();
    private final Person ben = LiveServer.somebody();
    private final long room = anna.direct(ben);

    @Test
    void holdsUpNobodyAndIsDisconnectedAsTooSlow() throws IOException {
        try (LiveClient annas = LiveClient.of(anna);
                LiveClient bens = LiveClient.of(ben)) {
            annas.await("hello");
            bens.await("hello");
            OptionalInt code = sendWithoutReading(bens);
            for (int i = 1; i < ATTEMPTS && code.isEmpty(); i++) {
                code = sendWithoutReading(bens);
            }
            assertThat(code).hasValue(Live.TOO_SLOW);
            long last = anna.say(room, "by a call, as there is no stream");
            bens.awaitMessage(room, last);
            annas.awaitMessage(room, last);
            List<Long> all = LongStream.rangeClosed(1, last).boxed().toList();
            assertThat(bens.seqs(room)).isEqualTo(all);
            assertThat(annas.seqs(room)).isEqualTo(all);
            assertThat(annas.isOpen()).isTrue();
        }
    }

    /** Sends until the server disconnects; returns the reason, or nothing if that was looked for too late. */
    private OptionalInt sendWithoutReading(LiveClient bens) throws IOException {
        try (Socket socket = LiveServer.connectWithSmallBuffer(anna, TIMEOUT)) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            assertThat(HttpMessage.answer(in).status()).isEqualTo(101);
            for (int i = 0; i < MOST; i++) {
                String key = Person.newKey();
                socket.getOutputStream().write(frame(key));
                if (!isSeenSoon(bens, key)) {
                    OptionalInt code = readUpTo(in, key);
                    if (code.isPresent()) {
                        return code;
                    }
                }
            }
            throw new AssertionError("the server holds " + MOST + " large messages for a client that does not read");
        } catch (SocketException | EOFException e) {
            return OptionalInt.empty();
        }
    }

    private byte[] frame(String key) {
        return WebSocketFrame.ofClient(Fields.of("type", "send", "room", room, "key", key, "body", key + LARGE)
                        .toString())
                .bytes();
    }

    /** Whether a message gets through: not at once if the machine is busy, and never once its connection is closing. */
    private static boolean isSeenSoon(LiveClient bens, String key) {
        try {
            Await.until("it is seen", SHORT, () -> isSeen(bens, key), () -> "");
            return true;
        } catch (IllegalStateException e) {
            return false;
        }
    }

    private static boolean isSeen(LiveClient bens, String key) {
        return bens.frames("message").stream()
                .anyMatch(frame -> frame.getString("body").startsWith(key));
    }

    /** Reads to the close frame and returns its code; nothing if the message with this key comes instead. */
    private static OptionalInt readUpTo(InputStream in, String key) throws IOException {
        for (Optional<WebSocketFrame> next = WebSocketFrame.read(in); next.isPresent(); ) {
            Optional<Integer> code = next.get().closeCode();
            if (code.isPresent()) {
                return OptionalInt.of(code.get());
            }
            if (next.get()
                    .json()
                    .filter(json -> json.getString("key", "").equals(key))
                    .isPresent()) {
                return OptionalInt.empty();
            }
            next = WebSocketFrame.read(in);
        }
        throw new EOFException("the server has ended the connection");
    }
}
