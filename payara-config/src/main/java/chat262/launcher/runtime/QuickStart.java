package chat262.launcher.runtime;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import chat262.launcher.common.PrivateFolder;
import chat262.launcher.common.StartupException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes starts quick besides the unpacked libraries: JVM options, in files for {@code java @FILE}, and a CDS archive (class data
 * sharing) with the classes that a start loads, verified and laid out as the JVM has them in memory. A server that is started
 * for the purpose, on data of its own, shows which classes these are. A JVM that can't use an archive starts without.
 */
public final class QuickStart {
    /** The file with the options for every JVM. */
    static final String OPTIONS = "start.options";

    /** The file with the choice of a garbage collector: apart, because a user's own choice would conflict with it. */
    static final String COLLECTOR = "collector.options";

    private static final String MADE_BY = "made-by";

    private static final int FIRST_JAVA_WITH_AOT_CACHE = 25;

    private final UnpackedRuntime runtime;

    public QuickStart(UnpackedRuntime runtime) {
        this.runtime = runtime;
    }

    /** Makes archive and options, unless this JVM has made them for this jar before. */
    public void make() throws StartupException {
        try {
            if (!isMade()) {
                PrivateFolder.delete(work());
                PrivateFolder.make(work());
                record();
                Path archive = runtime.folder().resolve("classes.archive");
                Files.move(newArchive(), archive, ATOMIC_MOVE, REPLACE_EXISTING);
                Files.write(runtime.folder().resolve(OPTIONS), options(archive));
                Files.write(runtime.folder().resolve(COLLECTOR), List.of(Jvm.collector()));
                Files.writeString(runtime.folder().resolve(MADE_BY), Jvm.identity());
                PrivateFolder.delete(work());
            }
        } catch (IOException e) {
            throw StartupException.failed("the quick start can't be written: " + e.getMessage());
        }
    }

    /** Whether this JVM has made them. The jar is the right one, since another jar replaces the whole folder. */
    private boolean isMade() throws IOException {
        Path madeBy = runtime.folder().resolve(MADE_BY);
        return Files.exists(madeBy) && Files.readString(madeBy).equals(Jvm.identity());
    }

    private Path work() {
        return runtime.folder().resolve("training");
    }

    private Path newArchive() {
        return work().resolve("archive");
    }

    private void record() throws StartupException, IOException {
        // An archive contains no compiled code, and C2 would take half of the time.
        List<String> options = List.of(Jvm.collector(), "-XX:TieredStopAtLevel=1");
        if (hasAotCache()) {
            train(options, "-XX:AOTCacheOutput=" + newArchive());
        } else {
            // Not -XX:ArchiveClassesAtExit: with such an archive and a Java agent, Java 17 crashes.
            Path classes = work().resolve("classes");
            train(options, "-XX:DumpLoadedClassList=" + classes);
            dump(classes, options);
        }
        if (!Files.exists(newArchive())) {
            throw StartupException.failed(
                    "this Java made no archive of classes; without one the server starts as before, only slower");
        }
    }

    private void train(List<String> options, String recording) throws StartupException, IOException {
        List<String> all = new ArrayList<>(options);
        all.add(recording);
        new CdsTraining(runtime.serverJar(), work(), all).run();
    }

    private void dump(Path classes, List<String> options) throws IOException {
        List<String> command = new ArrayList<>(List.of(Jvm.command().toString()));
        command.addAll(options);
        command.addAll(List.of("-Xshare:dump", "-XX:SharedClassListFile=" + classes));
        command.addAll(List.of(
                "-XX:SharedArchiveFile=" + newArchive(),
                "-cp",
                runtime.serverJar().toString()));
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

    /** The command that starts the server. */
    public String command() {
        return "java @%s @%s -jar %s"
                .formatted(runtime.folder().resolve(OPTIONS), runtime.folder().resolve(COLLECTOR), runtime.serverJar());
    }

    private static List<String> options(Path archive) {
        List<String> options = new ArrayList<>();
        // Another JVM than the one that has made the archive may read this.
        options.add("-XX:+IgnoreUnrecognizedVMOptions");
        options.add(quoted((hasAotCache() ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=") + archive));
        // A JVM that can't use the archive would say so, but an operator can't do anything about it.
        options.add("-Xlog:disable");
        options.add("-Xlog:all=error:stderr");
        options.addAll(Jvm.OPTIONS);
        return options;
    }

    private static String quoted(String option) {
        return '"' + option.replace("\\", "\\\\") + '"';
    }

    private static boolean hasAotCache() {
        return Runtime.version().feature() >= FIRST_JAVA_WITH_AOT_CACHE;
    }
}
