package chat262.launcher;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What makes a start quick besides the unpacked libraries: options of the Java machine, in files that {@code java @FILE} reads,
 * and an archive of the classes that a start loads, checked and laid out as the machine has them in memory. The archive
 * comes from a server that is started for it, on data of its own. A machine that can't use an archive does without.
 */
final class QuickStart {
    /** The options that hold for every machine. */
    static final String OPTIONS = "start.options";

    /** The choice of a garbage collector, apart because two such options contradict each other. */
    static final String COLLECTOR = "collector.options";

    private static final String MADE_BY = "made-by";

    private static final int FIRST_WITH_AOT_CACHE = 25;

    private final UnpackedRuntime runtime;

    QuickStart(UnpackedRuntime runtime) {
        this.runtime = runtime;
    }

    /** Makes archive and options, unless this Java has made them for this jar before. */
    void make() throws CannotStart {
        try {
            if (!isMade()) {
                PrivateFolder.delete(work());
                PrivateFolder.make(work());
                record();
                Path archive = runtime.folder().resolve("classes.archive");
                Files.move(fresh(), archive, ATOMIC_MOVE, REPLACE_EXISTING);
                Files.write(runtime.folder().resolve(OPTIONS), options(archive));
                Files.write(runtime.folder().resolve(COLLECTOR), List.of(JavaMachine.collector()));
                Files.writeString(runtime.folder().resolve(MADE_BY), JavaMachine.identity());
                PrivateFolder.delete(work());
            }
        } catch (IOException e) {
            throw CannotStart.failed("the quick start can't be written: " + e.getMessage());
        }
    }

    /** The folder is made anew for each jar, so that what is in it belongs to this one. */
    private boolean isMade() throws IOException {
        Path madeBy = runtime.folder().resolve(MADE_BY);
        return Files.exists(madeBy) && Files.readString(madeBy).equals(JavaMachine.identity());
    }

    private Path work() {
        return runtime.folder().resolve("training");
    }

    private Path fresh() {
        return work().resolve("archive");
    }

    private void record() throws CannotStart, IOException {
        // What C2 makes is no part of an archive, and half of the time would go into it.
        List<String> options = List.of(JavaMachine.collector(), "-XX:TieredStopAtLevel=1");
        if (hasAotCache()) {
            train(options, "-XX:AOTCacheOutput=" + fresh());
        } else {
            // Not -XX:ArchiveClassesAtExit: with such an archive and a Java agent, Java 17 crashes.
            Path classes = work().resolve("classes");
            train(options, "-XX:DumpLoadedClassList=" + classes);
            dump(classes, options);
        }
        if (!Files.exists(fresh())) {
            throw CannotStart.failed(
                    "this Java made no archive of classes; without one the server starts as before, only slower");
        }
    }

    private void train(List<String> options, String recording) throws CannotStart, IOException {
        List<String> all = new ArrayList<>(options);
        all.add(recording);
        new Training(runtime.serverJar(), work(), all).run();
    }

    private void dump(Path classes, List<String> options) throws IOException {
        List<String> command = new ArrayList<>(List.of(JavaMachine.program().toString()));
        command.addAll(options);
        command.addAll(List.of("-Xshare:dump", "-XX:SharedClassListFile=" + classes));
        command.addAll(List.of(
                "-XX:SharedArchiveFile=" + fresh(), "-cp", runtime.serverJar().toString()));
        try {
            new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(work().resolve("dump").toFile())
                    .start()
                    .waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** How a user starts it. */
    String command() {
        return "java @%s @%s -jar %s"
                .formatted(runtime.folder().resolve(OPTIONS), runtime.folder().resolve(COLLECTOR), runtime.serverJar());
    }

    private static List<String> options(Path archive) {
        List<String> options = new ArrayList<>();
        // Another Java than the one that the archive is of may read this.
        options.add("-XX:+IgnoreUnrecognizedVMOptions");
        options.add(quoted((hasAotCache() ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=") + archive));
        // What a machine says of an archive that it can't use is nothing that an operator could mend.
        options.add("-Xlog:disable");
        options.add("-Xlog:all=error:stderr");
        options.addAll(JavaMachine.OPTIONS);
        return options;
    }

    private static String quoted(String option) {
        return '"' + option.replace("\\", "\\\\") + '"';
    }

    private static boolean hasAotCache() {
        return Runtime.version().feature() >= FIRST_WITH_AOT_CACHE;
    }
}
