package chat262.it.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FaultOptionsTest {
    @Test
    void oneServerOnDerbyIsWhatIsMeantWithoutAny() {
        FaultOptions options = FaultOptions.of();

        assertThat(options.nodes()).isEqualTo(1);
        assertThat(options.database()).isEqualTo("derby");
        assertThat(options.plan().serverKills()).isEqualTo(20);
        assertThat(options.plan().databaseKills()).isZero();
    }

    @Test
    void severalNodesShareAPostgreSql() {
        FaultOptions options = FaultOptions.of("--nodes", "3", "--kills", "7", "--minutes", "2");

        assertThat(options.hasSeveralNodes()).isTrue();
        assertThat(options.database()).isEqualTo("postgresql");
        assertThat(options.plan().clientKills()).isEqualTo(14);
        assertThat(options.plan().timeout()).isEqualTo(Duration.ofMinutes(2));
        assertThatThrownBy(() -> FaultOptions.of("--nodes", "3", "--db", "derby"))
                .hasMessage("several nodes share a PostgreSQL: leave out --db derby");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"--nodes 0", "--nodes 10", "--nodes x", "--seed", "--db oracle", "--minutes soon", "--kill 1"})
    void anythingElseIsAnsweredWithTheUsage(String line) {
        assertThatThrownBy(() -> FaultOptions.of(line.split(" "))).hasMessage("");
    }
}
