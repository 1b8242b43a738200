package chat262.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Settings of Payara's connector that need each other. */
class PreBootCommandsTest {
    private static final String NETWORK = "set configs.config.server-config.network-config.";

    private final Map<String, String> settings = read();

    private static Map<String, String> read() {
        try {
            return Files.readAllLines(Path.of("server", "pre-boot-commands.txt")).stream()
                    .filter(line -> line.startsWith(NETWORK))
                    .map(line -> line.substring(NETWORK.length()).split("=", 2))
                    .collect(Collectors.toMap(setting -> setting[0], setting -> setting[1]));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** It took a whole core from the sixteenth minute on. */
    @Test
    void aThreadOfThePoolThatLooksAtTheConnectionsIsNeverInterrupted() {
        assertThat(settings)
                .containsEntry(
                        "transports.transport.tcp.io-strategy",
                        "org.glassfish.grizzly.strategies.LeaderFollowerNIOStrategy")
                .containsEntry("protocols.protocol.http-listener.http.request-timeout-seconds", "-1");
    }
}
