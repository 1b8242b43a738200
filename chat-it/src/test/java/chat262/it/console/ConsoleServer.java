package chat262.it.console;

import chat262.it.process.Await;
import chat262.it.process.Folders;
import chat262.it.process.OncePerJvm;
import chat262.it.process.ServerProcess;
import chat262.it.proxy.Proxy;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The one server of these tests in a JVM. */
final class ConsoleServer implements BeforeAllCallback, BeforeEachCallback {
    private static final OncePerJvm<Running> RUNNING = new OncePerJvm<>(Running::new);

    @Override
    public void beforeAll(ExtensionContext context) {
        RUNNING.get();
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        server().ensureRunning();
    }

    static ServerProcess server() {
        return RUNNING.get().server;
    }

    static URI url() {
        return server().url();
    }

    /** A proxy that passes no WebSocket on: on the stream, a console asks for little that a proxy could lose. */
    static Proxy proxy() {
        return Proxy.of(url()).withoutWebSocket();
    }

    /** From the first class to the end of the JVM. */
    private static final class Running implements AutoCloseable {
        private final Path data;
        private final ServerProcess server;

        Running() {
            data = Folders.temporary("chat-console-it");
            server = ServerProcess.start(data, Map.of("CHAT_PASSWORD_ITERATIONS", "1024"));
        }

        @Override
        public void close() {
            server.close();
            Await.until("the server is gone", () -> !server.isAlive());
            Folders.delete(data);
        }
    }
}
