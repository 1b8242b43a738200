package chat262.it.console;

import chat262.it.process.ServerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The one server of these checks: started with the first of them, stopped and swept away after the last. */
final class ConsoleServer implements BeforeAllCallback {
    private static ServerProcess server;

    @Override
    public void beforeAll(ExtensionContext context) {
        context.getRoot()
                .getStore(ExtensionContext.Namespace.create(ConsoleServer.class))
                .getOrComputeIfAbsent("server", key -> new Running(), Running.class);
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
        public void close() throws IOException {
            server.close();
            try (Stream<Path> files = Files.walk(data)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
