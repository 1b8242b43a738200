package chat262.it.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class SlotsTest {
    private static final ShardSetting SETTING = new ShardSetting(100_000, 5_000, 1, 20, 10_000, 0.3, 10, 0.2, 0.06);

    private final Rooms rooms = new Rooms(SETTING);
    private final Slots slots = Slots.of(rooms, SETTING.rooms(), 1);

    @Test
    void allRoomsTogetherAndTheBusiestOneHaveTheMessagesThatWereAskedFor() {
        double all = IntStream.rangeClosed(1, SETTING.rooms())
                .mapToDouble(rooms::messagesPerSecond)
                .sum();

        assertThat(all).isCloseTo(5_000, Percentage.withPercentage(1));
        assertThat(rooms.messagesPerSecond(1)).isCloseTo(20, within(0.1));
        assertThat(rooms.members(1)).isEqualTo(10_000);
        assertThat(rooms.members(SETTING.rooms())).isGreaterThanOrEqualTo(2);
    }

    @Test
    void noLoadIsLostWhereverItGoes() {
        assertThat(DoubleStream.of(slots.inTurn(30)).sum()).isCloseTo(slots.sum(), within(1e-6));
        assertThat(DoubleStream.of(slots.moved(30)).sum()).isCloseTo(slots.sum(), within(1e-6));
    }

    @Test
    void slotsThatWereMovedAreSpreadMoreEvenly() {
        assertThat(Slots.max(slots.moved(30))).isLessThan(Slots.max(slots.inTurn(30)));
    }

    @Test
    void theShardOfTheBusiestRoomHasAtLeastWhatThatRoomCosts() {
        assertThat(Slots.max(slots.moved(4000))).isGreaterThanOrEqualTo(rooms.databaseCores(1));
    }
}
