package chat262.cli.interactive;

import chat262.cli.screen.Line;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Marks where another day begins; a view that begins today needs no mark. Not thread-safe. */
final class Days {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu", Locale.ENGLISH);

    private final ZoneId zone;
    private LocalDate day;

    Days() {
        this(ZoneId.systemDefault(), LocalDate.now());
    }

    Days(ZoneId zone, LocalDate today) {
        this.zone = zone;
        this.day = today;
    }

    /** The line to stand before an entry of this time; empty if it is of the same day as the one before. */
    Optional<Line> before(Instant time) {
        LocalDate next = time.atZone(zone).toLocalDate();
        if (next.equals(day)) {
            return Optional.empty();
        }
        day = next;
        return Optional.of(Line.mark(DAY.format(next)));
    }
}
