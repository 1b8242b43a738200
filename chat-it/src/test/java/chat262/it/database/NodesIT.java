package chat262.it.database;

import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.process.Artefacts;
import chat262.it.process.JarRun;
import chat262.it.process.ServerProcess;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NodesIT {
    private static final String NOW = "CAST(EXTRACT(EPOCH FROM clock_timestamp()) * 1000 AS bigint)";

    private final Installation installation = Installation.shared();

    private JarRun nodes(Map<String, String> environment, String... options) {
        String[] arguments = new String[options.length + 1];
        arguments[0] = "nodes";
        System.arraycopy(options, 0, arguments, 1, options.length);
        return JarRun.start(installation.newFolder(), environment, arguments);
    }

    /** An hour ahead and behind, since a busy machine may take long to look. */
    @Test
    void eachIsListedWithWhetherItIsAlive() {
        String database = installation.databaseWithTables();
        installation.postgres.execute(
                database,
                "INSERT INTO node (id, version, level, started_at, heard_at) VALUES ('first', '1.0.0', 2, 1000, " + NOW
                        + " + 3600000), ('second', '1.0.1', 3, 2000, " + NOW + " - 3600000)");
        try (JarRun nodes = nodes(Map.of("CHAT_DB", installation.postgres.url(database)))) {
            assertThat(nodes.awaitExit()).as(nodes.err()).isZero();
            assertThat(nodes.err()).isEmpty();
            assertThat(nodes.out().lines())
                    .satisfiesExactly(
                            head -> assertThat(head).startsWith("NODE "),
                            first -> assertThat(first).matches("first +1\\.0\\.0 +2 +1970-01-01T00:00:01Z .* alive"),
                            second -> assertThat(second)
                                    .matches(
                                            "second +1\\.0\\.1 +3 +1970-01-01T00:00:02Z +\\d{4,}\\.\\d s ago +silent"));
        }
    }

    @Test
    void derbyHasNone() {
        assertRefused(
                nodes(Map.of()),
                2,
                "only a PostgreSQL has nodes, the embedded Derby has one server; name it with --db");
    }

    @Test
    void aDatabaseThatNoServerHasUsedIsNamed() {
        assertRefused(
                nodes(Map.of(), "--db", installation.postgres.url(installation.emptyDatabase())),
                1,
                "has no table of nodes");
    }

    /** As on a production machine, with nothing but the jar. */
    @Test
    void aDatabaseThatIsAwayIsNamed() {
        int port = ServerProcess.freePort();
        String url = "postgresql://chat:secret@127.0.0.1:" + port + "/chat";
        JarRun nodes =
                JarRun.ofOneJar(Artefacts.serverJar(), installation.newFolder(), Map.of("CHAT_DB", url), "nodes");
        assertRefused(nodes, 1, "can't reach PostgreSQL at 127.0.0.1 port " + port);
        assertThat(nodes.workingFolder()).isEmptyDirectory();
    }

    private static void assertRefused(JarRun nodes, int exitCode, String why) {
        try (nodes) {
            assertThat(nodes.awaitExit()).as(nodes.err()).isEqualTo(exitCode);
            assertThat(nodes.err()).contains("262chat: ", why).hasLineCount(1);
            assertThat(nodes.out()).isEmpty();
        }
    }
}
