package chat262.it.live;

import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.client.LiveClient;
import chat262.it.client.Person;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LiveServer.class)
class SlowReadersIT {
    private static final int STALLED = 200;

    /** What the network and the server hold for one reader is less than this times the size of a message. */
    private static final int MESSAGES = 300;

    private static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final Person anna = LiveServer.somebody();
    private final Person ben = LiveServer.somebody();
    private final long room = anna.direct(ben);

    /** A socket of Ben's whose handshake was answered and that nobody reads from then on. */
    private Socket stalled() throws IOException {
        Socket socket = LiveServer.connectWithSmallBuffer(ben, TIMEOUT);
        byte[] status = socket.getInputStream().readNBytes(12);
        assertThat(new String(status, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 101");
        return socket;
    }

    /** Reads all that is still there; returns when the server has ended the connection. */
    private static long readToTheEnd(Socket socket) throws IOException {
        long bytes = 0;
        try (InputStream in = socket.getInputStream()) {
            byte[] some = new byte[64 * 1024];
            for (int count = in.read(some); count >= 0; count = in.read(some)) {
                bytes += count;
            }
        } catch (SocketException e) {
            // Cut off with something unsent: the connection was reset.
            assertThat(e).hasMessageContaining("reset");
        }
        return bytes;
    }

    @Test
    void twoHundredWhoDoNotReadHoldUpNobodyAndLoseTheirConnections() throws IOException {
        List<Socket> sockets = new ArrayList<>();
        try (LiveClient bens = LiveClient.of(ben);
                LiveClient annas = LiveClient.of(anna)) {
            for (int i = 0; i < STALLED; i++) {
                sockets.add(stalled());
            }
            bens.await("hello");
            annas.await("hello");
            String large = "0123456789".repeat(400);
            for (int i = 0; i < MESSAGES; i++) {
                anna.say(room, large);
            }
            annas.awaitMessage(room, MESSAGES);
            bens.awaitMessage(room, MESSAGES);
            List<Long> all = LongStream.rangeClosed(1, MESSAGES).boxed().toList();
            assertThat(bens.seqs(room)).isEqualTo(all);
            assertThat(annas.seqs(room)).isEqualTo(all);
            for (Socket socket : sockets) {
                assertThat(readToTheEnd(socket)).isLessThan(MESSAGES * 4000L);
            }
            assertThat(bens.isOpen()).isTrue();
        } finally {
            for (Socket socket : sockets) {
                socket.close();
            }
        }
    }
}
