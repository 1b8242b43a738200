package chat262.cli.interactive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class DaysTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

    private final Days days = new Days(ZoneOffset.UTC, TODAY);

    @Test
    void todayNeedsNoMark() {
        assertThat(days.before(Instant.parse("2026-11-25T00:00:00Z"))).isEmpty();
    }

    @Test
    void anotherDayIsMarkedOnceAndTheWayBackToTodayToo() {
        assertThat(days.before(Instant.parse("2026-11-24T10:00:00Z"))
                        .orElseThrow()
                        .text())
                .isEqualTo("-- Tuesday, 24 November 2026 --");
        assertThat(days.before(Instant.parse("2026-11-24T23:59:59Z"))).isEmpty();
        assertThat(days.before(Instant.parse("2026-11-25T08:00:00Z"))
                        .orElseThrow()
                        .text())
                .isEqualTo("-- Wednesday, 25 November 2026 --");
    }

    @Test
    void aDayIsThatOfThePersonsClock() {
        Days inTokyo = new Days(ZoneId.of("Asia/Tokyo"), TODAY);
        assertThat(inTokyo.before(Instant.parse("2026-11-24T15:00:00Z"))).isEmpty();
    }
}
