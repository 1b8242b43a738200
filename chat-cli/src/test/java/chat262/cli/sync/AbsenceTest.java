package chat262.cli.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class AbsenceTest {
    private final AtomicLong clock = new AtomicLong(1_000_000);
    private final Absence absence = new Absence(clock::get);

    private boolean absentIn(long waitedMillis) {
        absence.begin();
        clock.addAndGet(waitedMillis);
        return absence.ended(5_000);
    }

    @Test
    void aWaitThatTookFarTooLongWasSleptThrough() {
        assertThat(absentIn(3_600_000)).isTrue();
    }

    @Test
    void aWaitOnABusyMachineOrOneThatWasEndedEarlyWasNot() {
        assertThat(absentIn(100)).isFalse();
        assertThat(absentIn(5_000)).isFalse();
        assertThat(absentIn(12_000)).isFalse();
        assertThat(absentIn(-60_000)).as("a clock that is set back").isFalse();
    }
}
