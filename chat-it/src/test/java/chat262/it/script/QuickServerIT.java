package chat262.it.script;

import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.process.Artefacts;
import chat262.it.process.Folders;
import chat262.it.process.JarRun;
import chat262.it.process.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ./chat} starts the server with: it never shows but in time. */
class QuickServerIT {
    @TempDir
    Path folder;

    private final Path runtime = Artefacts.serverJar().resolveSibling("runtime");

    /** Whether the script has to prepare first is not what is asked here; on a port that is none it does nothing more. */
    @BeforeEach
    void prepare() throws IOException {
        List<String> command = List.of("sh", Artefacts.script().toString(), "server", "--port", "0");
        Map<String, String> environment = Map.of("JAVA_HOME", javaHome());
        try (JarRun run = JarRun.ofCommand(command, Files.createTempDirectory(folder, "first"), environment)) {
            assertThat(run.awaitExit()).isEqualTo(2);
        }
    }

    private static String javaHome() {
        return Artefacts.java().getParent().getParent().toString();
    }

    @Test
    void theScriptStartsTheServerFromItsUnpackedLibraries() throws IOException {
        try (JarRun run = script("-XX:TieredStopAtLevel=1")) {
            run.awaitText("262chat is ready at");
            assertThat(run.out().lines()).hasSize(1);
            assertThat(commandLine(run))
                    .contains("@" + runtime.resolve("start.options"))
                    .contains("@" + runtime.resolve("collector.options"))
                    .containsSequence(
                            "-XX:TieredStopAtLevel=1",
                            "-jar",
                            runtime.resolve("server.jar").toString());
        }
        try (JarRun run = script("-XX:+UseParallelGC -Xmx300m")) {
            run.awaitText("starting 262chat");
            assertThat(run.err().lines()).hasSize(1);
            assertThat(run.err()).contains("garbage collector Parallel", "heap of up to 2");
        }
    }

    /** A whole archive of other jars, and a file that is none: the machine does without and says nothing. */
    @Test
    void anArchiveThatDoesNotFitIsNotSpokenOf() throws IOException {
        Path copy = folder.resolve("runtime");
        Folders.copy(runtime, copy);
        assertStarts(runtime.resolve("start.options"), copy);
        Path none = Files.writeString(folder.resolve("none"), "no archive");
        String options = Files.readString(runtime.resolve("start.options"));
        Path changed = Files.writeString(
                folder.resolve("changed.options"),
                options.replace(runtime.resolve("classes.archive").toString(), none.toString()));
        assertThat(changed).content().isNotEqualTo(options);
        assertStarts(changed, runtime);
    }

    private void assertStarts(Path options, Path from) throws IOException {
        List<String> command = new ArrayList<>(List.of(Artefacts.java().toString(), "@" + options));
        command.addAll(List.of("@" + from.resolve("collector.options"), "-XX:TieredStopAtLevel=1"));
        command.addAll(List.of("-jar", from.resolve("server.jar").toString()));
        try (JarRun run = JarRun.ofCommand(command, Files.createTempDirectory(folder, "run"), settings())) {
            run.awaitText("262chat is ready at");
            assertThat(run.out().lines()).hasSize(1);
            assertThat(run.err().lines()).hasSize(1);
        }
    }

    private JarRun script(String javaOptions) throws IOException {
        Map<String, String> environment = new java.util.HashMap<>(settings());
        environment.put("CHAT_JAVA_OPTS", javaOptions);
        environment.put("JAVA_HOME", Artefacts.java().getParent().getParent().toString());
        List<String> command = List.of("sh", Artefacts.script().toString(), "server");
        return JarRun.ofCommand(command, Files.createTempDirectory(folder, "run"), environment);
    }

    private Map<String, String> settings() throws IOException {
        return Map.of(
                "CHAT_DATA",
                Files.createTempDirectory(folder, "data").toString(),
                "CHAT_PORT",
                String.valueOf(ServerProcess.freePort()));
    }

    private static List<String> commandLine(JarRun run) throws IOException {
        return List.of(
                Files.readString(Path.of("/proc/" + run.pid() + "/cmdline")).split("\0"));
    }
}
