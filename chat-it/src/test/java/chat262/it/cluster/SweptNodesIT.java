package chat262.it.cluster;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Nodes that tell each other nothing: each finds by itself what the other has stored. */
class SweptNodesIT extends NodesFixture {
    @TempDir
    static Path folder;

    private static TwoNodes nodes;

    @BeforeAll
    static void start() {
        nodes = new TwoNodes(folder, Map.of("CHAT_WAKE_UP", "sweep"));
    }

    @AfterAll
    static void stop() {
        nodes.close();
    }

    @Override
    TwoNodes nodes() {
        return nodes;
    }
}
