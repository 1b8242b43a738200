package chat262.it.process;

import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.client.Api;
import chat262.it.client.Person;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Clients who send one message after the other and read no answer, until nothing goes in or out any more. */
class UnreadAnswersIT {
    private static final int CLIENTS = 12;

    /** What goes out on none of the connections for so long goes out no more. */
    private static final int QUIET_MILLIS = 3_000;

    /** Large answers soon fill what the network holds. */
    private static final String BODY = "{\"body\":\"" + "\u20ac".repeat(4000) + "\"}";

    @TempDir
    Path data;

    @Test
    void holdUpNobodyWhoReads() throws IOException {
        try (ServerProcess server = ServerProcess.start(data, Map.of("CHAT_PASSWORD_ITERATIONS", "1024"));
                Selector clients = Selector.open()) {
            Person anna = Person.join(Api.of(server.url()), "anna");
            Person ben = Person.join(Api.of(server.url()), "ben");
            long room = anna.direct(ben);
            for (int i = 0; i < CLIENTS; i++) {
                connect(server).register(clients, SelectionKey.OP_WRITE, ByteBuffer.allocate(0));
            }
            sendUntilNothingMoves(clients, ben, room);
            assertThat(anna.send(anna.direct(ben), "does anybody answer?").status())
                    .isEqualTo(201);
            for (SelectionKey client : clients.keys()) {
                client.channel().close();
            }
        }
    }

    private static SocketChannel connect(ServerProcess server) throws IOException {
        SocketChannel channel = SocketChannel.open();
        channel.setOption(StandardSocketOptions.SO_RCVBUF, 4096);
        channel.connect(new InetSocketAddress("127.0.0.1", server.port()));
        channel.configureBlocking(false);
        return channel;
    }

    private static void sendUntilNothingMoves(Selector clients, Person sender, long room) throws IOException {
        while (clients.select(QUIET_MILLIS) > 0) {
            for (SelectionKey client : clients.selectedKeys()) {
                ByteBuffer request = (ByteBuffer) client.attachment();
                if (!request.hasRemaining()) {
                    request = request(sender, room);
                    client.attach(request);
                }
                ((SocketChannel) client.channel()).write(request);
            }
            clients.selectedKeys().clear();
        }
    }

    private static ByteBuffer request(Person sender, long room) {
        byte[] body = BODY.getBytes(StandardCharsets.UTF_8);
        String head = "POST /api/v1/rooms/" + room + "/messages HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer "
                + sender.token() + "\r\nIdempotency-Key: " + Person.newKey()
                + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n";
        return ByteBuffer.allocate(head.length() + body.length)
                .put(head.getBytes(StandardCharsets.US_ASCII))
                .put(body)
                .flip();
    }
}
