package chat262.it.bench.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** CPU time of a process as Linux counts it, in user and kernel mode; and its memory. */
public final class CpuTime {
    /** Linux reports in hundredths of a second to every program, whatever its own clock ticks are. */
    private static final long TICK_MILLIS = 10;

    private static final int USER_TIME_AFTER_NAME = 11;

    /** The same of children that have ended. */
    private static final int CHILDREN_AFTER_NAME = 13;

    /** Part of the names of the threads in which a JVM compiles. */
    private static final String COMPILER = " CompilerThre";

    private CpuTime() {}

    /** What a process has used so far. */
    public static Duration of(long pid) {
        return stat(process(pid))
                .map(CpuTime::time)
                .orElseThrow(() -> new IllegalStateException(
                        "there is no CPU time of the server: it has ended, or this is not Linux"));
    }

    /** What a process with all its descendants has used so far, those that have ended among them. */
    public static Duration ofTree(long pid) {
        Stream<ProcessHandle> descendants =
                ProcessHandle.of(pid).map(ProcessHandle::descendants).orElse(Stream.empty());
        return Stream.concat(Stream.of(pid), descendants.map(ProcessHandle::pid))
                .flatMap(each -> stat(process(each)).stream())
                .map(stat -> time(stat).plus(time(stat, CHILDREN_AFTER_NAME)))
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** What the compiler of a process that is a JVM has used so far. */
    static Duration ofCompiler(long pid) {
        return byThread(pid).entrySet().stream()
                .filter(thread -> thread.getKey().contains(COMPILER))
                .map(Map.Entry::getValue)
                .reduce(Duration.ZERO, Duration::plus);
    }

    /** What the threads of a process have used so far, by the first 15 characters of their names, without a number at the end. */
    static Map<String, Duration> byThread(long pid) {
        try (Stream<Path> threads = Files.list(process(pid).resolve("task"))) {
            return threads.flatMap(thread -> stat(thread).stream())
                    .collect(Collectors.toMap(CpuTime::name, CpuTime::time, Duration::plus));
        } catch (IOException e) {
            throw new UncheckedIOException("the server's threads can't be read", e);
        }
    }

    /** The memory of a process that is in use, in MiB: what Linux calls its resident set. */
    public static double residentMegabytes(long pid) throws IOException {
        try (Stream<String> lines = Files.lines(process(pid).resolve("status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) / 1024)
                    .findFirst()
                    .orElseThrow(() -> new IOException("the server has ended"));
        }
    }

    private static Path process(long pid) {
        return Path.of("/proc", String.valueOf(pid));
    }

    /** What Linux tells of a process or a thread; empty if it has ended. */
    private static Optional<String> stat(Path folder) {
        try {
            return Optional.of(Files.readString(folder.resolve("stat")));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** The name stands in parentheses and may hold spaces. */
    private static String name(String stat) {
        return stat.substring(stat.indexOf('(') + 1, stat.lastIndexOf(')')).replaceAll("[#-]?[0-9]+$", "");
    }

    private static Duration time(String stat) {
        return time(stat, USER_TIME_AFTER_NAME);
    }

    private static Duration time(String stat, int first) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        long ticks = Long.parseLong(fields[first]) + Long.parseLong(fields[first + 1]);
        return Duration.ofMillis(ticks * TICK_MILLIS);
    }
}
