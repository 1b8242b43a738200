package chat262.it.process;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The database that checks run on: the embedded Derby, or a PostgreSQL of their own where the system property
 * {@code chat.it.db} is {@code postgresql}.
 */
public final class CheckedDatabase implements AutoCloseable {
    private final Optional<PostgresProcess> postgres;

    private CheckedDatabase(Optional<PostgresProcess> postgres) {
        this.postgres = postgres;
    }

    /**
     * Starts what has to be started.
     *
     * @param folder a folder of the caller's, in which a PostgreSQL keeps its data
     */
    public static CheckedDatabase start(Path folder) {
        String kind = System.getProperty("chat.it.db", "derby");
        return switch (kind) {
            case "derby" -> new CheckedDatabase(Optional.empty());
            case "postgresql" -> new CheckedDatabase(Optional.of(PostgresProcess.start(folder.resolve("postgresql"))));
            default -> throw new IllegalStateException("chat.it.db is derby or postgresql, not " + kind);
        };
    }

    /** What a server needs in its environment to use it. */
    public Map<String, String> settings() {
        return postgres.map(running -> Map.of("CHAT_DB", running.url())).orElse(Map.of());
    }

    /** Ends a PostgreSQL as a power cut would. */
    public void kill() {
        postgres.orElseThrow().kill();
    }

    /** Starts it again after that. */
    public void restart() {
        postgres.orElseThrow().start();
    }

    @Override
    public void close() {
        postgres.ifPresent(PostgresProcess::close);
    }
}
