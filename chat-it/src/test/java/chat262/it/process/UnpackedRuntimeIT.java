package chat262.it.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The libraries that {@code chat-server.jar} unpacks into its data folder and keeps there from start to start. */
class UnpackedRuntimeIT {
    private static final String LIBRARY = "kernel.jar";

    @TempDir
    Path folder;

    private Path data;
    private Path runtime;

    @BeforeEach
    void noDataYet() {
        data = folder.resolve("data");
        runtime = data.resolve("runtime");
    }

    @Test
    void whatIsUnpackedIsKeptAndIsTheOwnersAlone() throws IOException {
        startAndKill(Artefacts.serverJar());
        assertWhole();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(runtime)))
                .isEqualTo("rwx------");
        assertThat(runtime.resolve("CACHEDIR.TAG")).content().startsWith("Signature: 8a477f597d28d172789f06886806bc55");
        Object first = fileKey();
        startAndKill(Artefacts.serverJar());
        assertThat(fileKey()).isEqualTo(first);
    }

    @Test
    void aLibraryOfAnotherSizeOrThatIsMissingIsUnpackedAnew() throws IOException {
        startAndKill(Artefacts.serverJar());
        Files.writeString(runtime.resolve(LIBRARY), "cut off");
        startAndKill(Artefacts.serverJar());
        assertWhole();
        Files.delete(runtime.resolve(LIBRARY));
        startAndKill(Artefacts.serverJar());
        assertWhole();
        Files.writeString(runtime.resolve("contents"), "nonsense");
        startAndKill(Artefacts.serverJar());
        assertWhole();
    }

    @Test
    void aStartThatIsKilledWhileItUnpacksLeavesNothingThatTheNextOneTakesForWhole() throws IOException {
        for (int filesBefore : List.of(0, 1, 100, 300)) {
            try (JarRun run = oneJar(Artefacts.serverJar())) {
                Await.closely(
                        "it unpacks",
                        Duration.ofMinutes(5),
                        Duration.ofMillis(1),
                        () -> count(data.resolve("runtime.new")) >= filesBefore || Files.exists(runtime));
                assertThat(run.err()).doesNotContain("262chat: ");
            }
            if (Files.exists(runtime)) {
                assertWhole();
            }
        }
        startAndKill(Artefacts.serverJar());
        assertWhole();
        assertThat(data.resolve("runtime.new")).doesNotExist();
        assertThat(data.resolve("runtime.old")).doesNotExist();
    }

    @Test
    void anotherJarIsUnpackedInThePlaceOfTheOneBefore() throws IOException {
        Path jar = Files.copy(Artefacts.serverJar(), folder.resolve("chat-server.jar"));
        startAndKill(jar);
        String before = identity();
        Path server = Files.copy(runtime.resolve("server.jar"), folder.resolve("server.jar"));
        change(jar);
        assertRefusedAsStale(jar);
        startAndKill(jar);
        assertWhole();
        assertThat(identity()).isNotEqualTo(before);
        assertThat(runtime.resolve("server.jar")).isRegularFile();
        assertThat(Files.mismatch(server, runtime.resolve("server.jar"))).isNotNegative();
    }

    /** What was made for quick starts belongs to one jar; the one before must not be started in its place. */
    private void assertRefusedAsStale(Path jar) throws IOException {
        try (JarRun run = oneJar(runtime.resolve("server.jar"))) {
            assertThat(run.awaitExit()).isEqualTo(1);
            assertThat(run.out()).isEmpty();
            assertThat(run.err()).contains(jar + " has changed", "prepare --runtime " + runtime);
        }
    }

    @Test
    void aFolderThatCanNotBeUnpackedIntoIsSaid() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "no folder");
        try (JarRun run =
                oneJar(Artefacts.serverJar(), "--runtime", file.resolve("below").toString())) {
            assertThat(run.awaitExit()).isEqualTo(1);
            assertThat(run.err()).contains("can't be unpacked into " + file).doesNotContain("\tat ");
        }
    }

    /** Starts a server and kills it when it has unpacked what it needs, which is before it writes anything else. */
    private void startAndKill(Path jar) throws IOException {
        Path next = data.resolve("tmp").resolve("logging.properties");
        if (Files.exists(next)) {
            Folders.delete(data.resolve("tmp"));
        }
        try (JarRun run = oneJar(jar)) {
            Await.closely(
                    "it unpacks",
                    Duration.ofMinutes(5),
                    Duration.ofMillis(1),
                    () -> Files.exists(next) || !ProcessHandle.of(run.pid()).isPresent());
            assertThat(run.err()).doesNotContain("262chat: ");
        }
    }

    private JarRun oneJar(Path jar, String... more) throws IOException {
        Path run = Files.createTempDirectory(folder, "run");
        Map<String, String> settings =
                Map.of("CHAT_DATA", data.toString(), "CHAT_PORT", String.valueOf(ServerProcess.freePort()));
        return JarRun.ofOneJar(jar, run, settings, more);
    }

    private void assertWhole() throws IOException {
        List<String> lines = Files.readAllLines(runtime.resolve("contents"));
        assertThat(lines).hasSizeGreaterThan(300).anyMatch(line -> line.endsWith(" " + LIBRARY));
        for (String line : lines.subList(1, lines.size())) {
            String[] sizeAndName = line.split(" ", 2);
            assertThat(runtime.resolve(sizeAndName[1])).hasSize(Long.parseLong(sizeAndName[0]));
        }
    }

    private String identity() throws IOException {
        return Files.readAllLines(runtime.resolve("contents")).get(0);
    }

    private Object fileKey() throws IOException {
        return Files.readAttributes(runtime.resolve(LIBRARY), java.nio.file.attribute.BasicFileAttributes.class)
                .fileKey();
    }

    private static void change(Path jar) throws IOException {
        try (FileSystem inside =
                FileSystems.newFileSystem(URI.create("jar:" + jar.toUri()), Map.of("noCompression", "true"))) {
            Files.writeString(inside.getPath("MICRO-INF/deploy/news.properties"), "another=version\n");
        }
    }

    private static long count(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        } catch (IOException e) {
            return -1; // not there
        }
    }
}
