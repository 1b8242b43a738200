package chat262.it.process;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A PostgreSQL of its own on a free port of 127.0.0.1, which writes to disk as one in use would. It can be killed and
 * started again on the same port and data. Not thread-safe.
 */
public final class PostgresProcess implements AutoCloseable {
    /** The name by which a primary knows its standby. */
    private static final String STANDBY = "standby";

    private static final Duration START_TIMEOUT = Duration.ofSeconds(60);

    private final Path data;
    private int port;
    private final Map<String, String> configuration;
    private EmbeddedPostgres postgres;

    private PostgresProcess(Path data, int port, Map<String, String> configuration) {
        this.data = data.toAbsolutePath();
        this.port = port;
        this.configuration = configuration;
    }

    /**
     * Starts a new PostgreSQL and waits until it answers.
     *
     * @param data its data folder, which must not exist
     */
    public static PostgresProcess start(Path data) {
        return start(data, Map.of("fsync", "on", "synchronous_commit", "on"));
    }

    /** The same with a configuration of one's own. */
    public static PostgresProcess start(Path data, Map<String, String> configuration) {
        PostgresProcess process = new PostgresProcess(data, ServerProcess.freePort(), configuration);
        process.start();
        return process;
    }

    /** Starts a standby, which gets all that is written; this one is stopped meanwhile, and started again. */
    public PostgresProcess startStandby(Path standby) {
        close();
        Folders.copy(data, standby);
        start();
        try {
            Files.setPosixFilePermissions(standby, PosixFilePermissions.fromString("rwx------"));
            Files.createFile(standby.resolve("standby.signal"));
            Files.writeString(
                    standby.resolve("postgresql.auto.conf"),
                    "primary_conninfo = 'host=127.0.0.1 port=%d user=postgres application_name=%s'%n"
                            .formatted(port, STANDBY));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return start(standby, configuration);
    }

    /** From now on, a commit waits until the standby has written it to its disk as well. */
    public void awaitSynchronousStandby() {
        execute("ALTER SYSTEM SET synchronous_standby_names = '" + STANDBY + "'");
        execute("SELECT pg_reload_conf()");
        Await.until(
                "the standby is synchronous",
                () -> query("SELECT COUNT(*) FROM pg_stat_replication WHERE sync_state = 'sync'")
                        .equals("1"));
    }

    /** A standby becomes the primary in the place of one that is gone, at whose address it is from now on. */
    public void takeOver(PostgresProcess lost) {
        execute("SELECT pg_promote()");
        close();
        port = lost.port;
        start();
    }

    /** Starts it again, on the same port and data, after {@link #kill}, and waits until it has recovered. */
    public void start() {
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPort(port)
                .setPGStartupWait(START_TIMEOUT)
                .setOutputRedirector(ProcessBuilder.Redirect.DISCARD)
                .setErrorRedirector(ProcessBuilder.Redirect.DISCARD);
        configuration.forEach(builder::setServerConfig);
        try {
            postgres = builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL did not start", e);
        }
    }

    public int port() {
        return port;
    }

    /** What {@code --db} and {@code CHAT_DB} take. */
    public String url() {
        return url("postgres");
    }

    /** The same by way of a proxy on another port. */
    public String url(int proxyPort) {
        return "postgresql://postgres@127.0.0.1:" + proxyPort + "/postgres";
    }

    /** The same for another of its databases. */
    public String url(String database) {
        return "postgresql://postgres@127.0.0.1:" + port + "/" + database;
    }

    /** Runs one statement as its superuser. */
    public void execute(String sql) {
        execute("postgres", sql);
    }

    /** The same in another of its databases. */
    public void execute(String database, String sql) {
        try (Connection connection = connect(database);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The only value that a query returns, as its superuser. */
    public String query(String sql) {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** A connection as its superuser, beside those of the servers. */
    public Connection connect() throws SQLException {
        return connect("postgres");
    }

    /** The same to another of its databases. */
    public Connection connect(String database) throws SQLException {
        return postgres.getDatabase("postgres", database).getConnection();
    }

    /** The folder with its data and its configuration. */
    public Path data() {
        return data;
    }

    /** The process id of the one that has all its others as children. */
    public long pid() {
        return postmaster().pid();
    }

    /** Ends it as a power cut would (SIGKILL), with all its backends, and waits until they are gone. */
    public void kill() {
        ProcessHandle postmaster = postmaster();
        var backends = postmaster.descendants().toList();
        end(postmaster);
        backends.forEach(PostgresProcess::end);
        // Lets go of the folder, which stays.
        close();
    }

    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ProcessHandle postmaster() {
        try {
            String pid = Files.readAllLines(data.resolve("postmaster.pid")).get(0);
            return ProcessHandle.of(Long.parseLong(pid.strip())).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL is not running", e);
        }
    }

    private static void end(ProcessHandle process) {
        process.destroyForcibly();
        try {
            process.onExit().get(10, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException("process " + process.pid() + " of PostgreSQL does not end", e);
        }
    }
}
