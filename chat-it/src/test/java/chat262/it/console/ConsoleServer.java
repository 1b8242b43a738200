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

    /** Copies what the server has stored, as a backup does; the server is away meanwhile. */
    static void backUp(Path to) {
        server.stop();
        copy(server.data(), to);
        server.start();
    }

    /** Gives the server what a backup holds, in the place of all that it has stored. */
    static void restore(Path backup) {
        server.stop();
        delete(server.data());
        copy(backup, server.data());
        server.start();
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
            delete(data);
        }
    }
}
