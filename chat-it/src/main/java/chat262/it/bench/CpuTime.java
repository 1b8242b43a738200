package chat262.it.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** CPU time of a process as Linux counts it, in user and kernel mode. */
final class CpuTime {
    /** Linux reports in hundredths of a second to every program, whatever its own clock ticks are. */
    private static final long TICK_MILLIS = 10;

    private static final int USER_TIME_AFTER_NAME = 11;

    private CpuTime() {}

    /** What a process has used so far. */
    static Duration of(long pid) {
        String stat;
        try {
            stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
        } catch (IOException e) {
            throw new UncheckedIOException("there is no CPU time of the server; this needs Linux", e);
        }
        // The name of the process stands in parentheses and may hold spaces.
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        long ticks = Long.parseLong(fields[USER_TIME_AFTER_NAME]) + Long.parseLong(fields[USER_TIME_AFTER_NAME + 1]);
        return Duration.ofMillis(ticks * TICK_MILLIS);
    }
}
