package chat262.it.contract;

import chat262.it.client.Api;
import chat262.it.client.Person;
import chat262.it.process.CheckedDatabase;
import chat262.it.process.Folders;
import chat262.it.process.OncePerJvm;
import chat262.it.process.ServerProcess;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The one server of all contract tests in this JVM: started by the first of them, stopped after the last. Tests keep apart
 * by names that nobody else uses.
 */
public final class SharedServer implements BeforeAllCallback {
    /** From a thousand on, so that names sort in the order in which they were made. */
    private static final AtomicInteger NAMES = new AtomicInteger(1000);

    private static final OncePerJvm<Running> RUNNING = new OncePerJvm<>(Running::new);

    /** Made by JUnit. */
    public SharedServer() {}

    @Override
    public void beforeAll(ExtensionContext context) {
        RUNNING.get();
    }

    /** The server's calls, by nobody. */
    public static Api api() {
        return Api.of(process().url());
    }

    /** The process, for its port, its log and its data folder; it must be left running. */
    public static ServerProcess process() {
        return RUNNING.get().server;
    }

    /** Somebody new, logged in. */
    public static Person somebody() {
        return Person.join(api(), unusedName("p"));
    }

    /** A name that no test has used: the start, a dot and a number. */
    public static String unusedName(String start) {
        return start + "." + NAMES.incrementAndGet();
    }

    /** From the first test class to the last. */
    static final class Running implements AutoCloseable {
        private final Path data;
        private final CheckedDatabase database;
        private final ServerProcess server;

        Running() {
            data = Folders.temporary("chat-contract");
            database = CheckedDatabase.start(data);
            Map<String, String> settings = new HashMap<>(database.settings());
            // Hashing is dear on purpose; here it would be most of the time.
            settings.put("CHAT_PASSWORD_ITERATIONS", "1024");
            server = ServerProcess.start(data.resolve("server"), settings);
        }

        @Override
        public void close() {
            server.close();
            database.close();
            Folders.delete(data);
        }
    }
}
