package chat262.it.console;

import chat262.it.process.Folders;
import chat262.it.process.OncePerJvm;
import chat262.it.process.ServerProcess;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The one server of these checks: started with the first of them, stopped and swept away after the last. */
final class ConsoleServer implements BeforeAllCallback, BeforeEachCallback {
    private static final OncePerJvm<Running> RUNNING = new OncePerJvm<>(Running::new);

    @Override
    public void beforeAll(ExtensionContext context) {
        RUNNING.get();
    }

    /** A test that kills the server and fails before it is back must not take the others with it. */
    @Override
    public void beforeEach(ExtensionContext context) {
        if (!server().isAlive()) {
            server().start();
        }
    }

    static ServerProcess server() {
        return RUNNING.get().server;
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
