package chat262.launcher.database;

import static org.assertj.core.api.Assertions.assertThat;

import chat262.launcher.database.NodeTable.Node;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class NodeTableTest {
    private static final Instant SINCE = Instant.parse("2026-11-30T09:00:01.234Z");

    private static Node node(String id, long silentMillis) {
        return new Node(id, "1.0.0", 3, SINCE, Duration.ofMillis(silentMillis));
    }

    @Test
    void aNodeIsAliveForTenSecondsAfterItWasHeard() {
        String table = NodeTable.format("db", List.of(node("a", 1_250), node("b", 10_000), node("c", 10_001)));
        assertThat(table.lines().map(line -> line.replaceAll(" {2,}", " | ")))
                .containsExactly(
                        "NODE | VERSION | LEVEL | SINCE | HEARD | STATE",
                        "a | 1.0.0 | 3 | 2026-11-30T09:00:01Z | 1.3 s ago | alive",
                        "b | 1.0.0 | 3 | 2026-11-30T09:00:01Z | 10.0 s ago | alive",
                        "c | 1.0.0 | 3 | 2026-11-30T09:00:01Z | 10.0 s ago | silent");
    }

    @Test
    void aDatabaseThatNoServerUsesIsNamed() {
        assertThat(NodeTable.format("postgresql://db/chat", List.of()))
                .isEqualToIgnoringNewLines("no server uses postgresql://db/chat");
    }
}
