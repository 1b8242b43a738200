package chat262.it.bench.measure;

import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Which threads of a server took the CPU time of some periods. Threads whose names differ by a number at the end are one. */
final class ThreadTimes {
    private final long pid;
    private final Map<String, Duration> took = new HashMap<>();
    private Map<String, Duration> before = Map.of();

    ThreadTimes(long pid) {
        this.pid = pid;
    }

    void begin() {
        before = CpuTime.byThread(pid);
    }

    void end() {
        CpuTime.byThread(pid)
                .forEach((name, time) ->
                        took.merge(name, time.minus(before.getOrDefault(name, Duration.ZERO)), Duration::plus));
    }

    /** Lines that tell of those that took most. */
    String hottest(int count) {
        double all = took.values().stream().mapToLong(Duration::toMillis).sum();
        return took.entrySet().stream()
                .sorted(Map.Entry.<String, Duration>comparingByValue().reversed())
                .limit(count)
                .map(thread -> String.format(
                        Locale.ROOT, "%5.1f %% %s%n", 100 * thread.getValue().toMillis() / all, thread.getKey()))
                .collect(Collectors.joining());
    }
}
