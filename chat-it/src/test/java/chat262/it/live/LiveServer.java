package chat262.it.live;

import chat262.it.client.Api;
import chat262.it.client.LiveHandshake;
import chat262.it.client.Person;
import chat262.it.process.Folders;
import chat262.it.process.OncePerJvm;
import chat262.it.process.ServerProcess;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The one server of all tests of the live stream: an account may be logged in from three devices. */
public final class LiveServer implements BeforeAllCallback {
    private static final AtomicInteger NAMES = new AtomicInteger();
    private static final OncePerJvm<Running> RUNNING = new OncePerJvm<>(Running::new);

    /** Made by JUnit. */
    public LiveServer() {}

    @Override
    public void beforeAll(ExtensionContext context) {
        RUNNING.get();
    }

    /** The server's calls, by nobody. */
    static Api api() {
        return Api.of(process().url());
    }

    static ServerProcess process() {
        return RUNNING.get().server;
    }

    /** Somebody new, logged in. */
    static Person somebody() {
        return Person.join(api(), unusedName());
    }

    /** A socket that has asked for the live stream, with a receive buffer that is soon full. */
    static Socket connectWithSmallBuffer(Person person, Duration timeout) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.setSoTimeout((int) timeout.toMillis());
        socket.connect(new InetSocketAddress("127.0.0.1", process().port()));
        socket.getOutputStream().write(LiveHandshake.request("localhost", person.token()));
        return socket;
    }

    /** A name that no test has used. */
    static String unusedName() {
        return "live." + NAMES.incrementAndGet();
    }

    /** From the first test class to the last. */
    static final class Running implements AutoCloseable {
        private final Path data;
        private final ServerProcess server;

        Running() {
            data = Folders.temporary("chat-live");
            server = ServerProcess.start(
                    data, Map.of("CHAT_PASSWORD_ITERATIONS", "1024", "CHAT_SESSIONS_PER_ACCOUNT", "3"));
        }

        @Override
        public void close() {
            server.close();
            Folders.delete(data);
        }
    }
}
