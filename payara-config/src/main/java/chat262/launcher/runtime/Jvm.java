package chat262.launcher.runtime;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The JVM that the server runs on: its options for a quick start, and its properties. */
public final class Jvm {
    /**
     * Ten times the default thresholds of C2, the JVM's second and expensive compiler: code that runs some thousand times while
     * a server starts is not worth compiling by it. Code that is hot under load reaches these as soon as the defaults: a start
     * with thirty times saves 2 CPU s more, but takes minutes longer to get fast.
     */
    static final List<String> OPTIONS = List.of(
            "-XX:Tier4InvocationThreshold=50000",
            "-XX:Tier4MinInvocationThreshold=6000",
            "-XX:Tier4CompileThreshold=150000",
            "-XX:Tier4BackEdgeThreshold=400000");

    private static final long MEGABYTE = 1 << 20;
    private static final int CORES_FOR_G1 = 4;

    private Jvm() {}

    /** The option for a suitable garbage collector: G1's own threads pay only where there are cores to spare. */
    static String collector() {
        return Runtime.getRuntime().availableProcessors() < CORES_FOR_G1 ? "-XX:+UseSerialGC" : "-XX:+UseG1GC";
    }

    /** The {@code java} command of the JVM that runs this process. */
    static Path command() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    /** Identifies the JVM: an archive of classes works only with the one that made it. */
    static String identity() {
        return "%s %s %s"
                .formatted(
                        System.getProperty("java.vm.version"),
                        System.getProperty("java.home"),
                        command().toFile().lastModified());
    }

    /** Version, cores, heap and garbage collector, for the user. */
    public static String description() {
        return "Java %s, %d cores, heap of up to %d MB, garbage collector %s"
                .formatted(
                        System.getProperty("java.version"),
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.getRuntime().maxMemory() / MEGABYTE,
                        collectorInUse());
    }

    /** By the name in its option, if it is one of the usual ones. */
    private static String collectorInUse() {
        String beans = ManagementFactory.getGarbageCollectorMXBeans().stream()
                .map(GarbageCollectorMXBean::getName)
                .collect(Collectors.joining(" and "));
        if (beans.contains("G1")) {
            return "G1";
        } else if (beans.contains("PS ")) {
            return "Parallel";
        }
        return beans.contains("Copy") ? "Serial" : beans;
    }
}
