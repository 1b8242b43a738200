package chat262.launcher;

import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The Java machine below the server: what it is told at a quick start, and what it is. */
final class JavaMachine {
    /**
     * Code that runs some ten thousand times while a server starts is not worth C2, its second and costly compiler: these are
     * thirty times its own thresholds. What is hot under load gets there within a minute.
     */
    static final List<String> OPTIONS = List.of(
            "-XX:Tier4InvocationThreshold=150000",
            "-XX:Tier4MinInvocationThreshold=18000",
            "-XX:Tier4CompileThreshold=450000",
            "-XX:Tier4BackEdgeThreshold=1200000");

    private static final long MEGABYTE = 1 << 20;
    private static final int CORES_FOR_G1 = 4;

    private JavaMachine() {}

    /** The option for a collector that fits: G1's own threads are worth it where there are cores to spare. */
    static String collector() {
        return Runtime.getRuntime().availableProcessors() < CORES_FOR_G1 ? "-XX:+UseSerialGC" : "-XX:+UseG1GC";
    }

    /** The program that runs this process. */
    static Path program() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    /** Which Java this is: an archive of classes serves the very one that made it. */
    static String identity() {
        return "%s %s %s"
                .formatted(
                        System.getProperty("java.vm.version"),
                        System.getProperty("java.home"),
                        program().toFile().lastModified());
    }

    /** What was chosen, for a person to read. */
    static String description() {
        return "Java %s, %d cores, heap of up to %d MB, garbage collector %s"
                .formatted(
                        System.getProperty("java.version"),
                        Runtime.getRuntime().availableProcessors(),
                        Runtime.getRuntime().maxMemory() / MEGABYTE,
                        collectorInUse());
    }

    /** By the name that its option has, where that is one of the usual ones. */
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
