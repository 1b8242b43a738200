package chat262.it.console;

import chat262.it.process.Folders;
import chat262.it.process.ServerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The one server of these checks: started with the first of them, stopped and swept away after the last. */
final class ConsoleServer implements BeforeAllCallback, BeforeEachCallback {
    private static ServerProcess server;

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot()
                .getStore(ExtensionContext.Namespace.create(ConsoleServer.class))
                .getOrComputeIfAbsent("server", key -> new Running(), Running.class);
    }

    /** A test that kills the server and fails before it is back must not take the others with it. */
    @Override
    public void beforeEach(ExtensionContext context) {
        if (!server.isAlive()) {
            server.start();
        }
    }

    static ServerProcess server() {
        return server;
    }

    /** Closed by JUnit at the very end. */
    private static final class Running implements AutoCloseable {
        private final Path data;

        Running() {
            try {
                data = Files.createTempDirectory("chat-console-it");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
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
