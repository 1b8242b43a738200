package chat262.it.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StormTest {
    private static StormSetting setting(int sockets, double spreadSeconds) {
        return new StormSetting(sockets, 2, 80, 2, 1, 2, 5, spreadSeconds);
    }

    @Test
    void everyClientIsGreetedAtItsFirstAttemptIfTheNodesAreFastEnough() {
        StormResult result = Storm.run(setting(1000, 0), 1);

        assertThat(result.greeted()).isEqualTo(1000);
        assertThat(result.attempts()).isEqualTo(1000);
        assertThat(result.lastSeconds()).isLessThan(60);
    }

    @Test
    void nodesGreetNoFasterThanTheirThreadsCan() {
        StormResult result = Storm.run(setting(10_000, 0), 1);

        assertThat(result.lastSeconds()).isGreaterThan(10_000 * 0.005 / (2 * 2));
    }

    @Test
    void clientsThatWaitTooLongComeAgainUntilAllAreGreeted() {
        StormResult result = Storm.run(setting(100_000, 0), 1);

        assertThat(result.attempts()).isGreaterThan(100_000);
        assertThat(result.greeted()).isEqualTo(100_000);
    }

    @Test
    void attemptsThatAreSpreadArriveSlowerAndQueueLess() {
        StormResult today = Storm.run(setting(10_000, 0), 1);
        StormResult spread = Storm.run(setting(10_000, 20), 1);

        assertThat(spread.arrivalsPerSecond()).isLessThan(today.arrivalsPerSecond() / 10);
        assertThat(spread.hellosQueued()).isLessThan(today.hellosQueued());
    }

    @Test
    void theSameSeedGivesTheSameStorm() {
        assertThat(Storm.run(setting(10_000, 0), 7)).isEqualTo(Storm.run(setting(10_000, 0), 7));
    }
}
