package chat262.it.process;

import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.client.Api;
import chat262.it.client.Person;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerStartIT {
    /** The server takes 5 s by its own clock; the rest is for a busy machine. */
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    private JarRun run(Map<String, String> environment, String... arguments) throws IOException {
        return JarRun.start(Files.createTempDirectory(folder, "run"), environment, arguments);
    }

    private void assertRefused(int exitCode, String complaint, Map<String, String> environment, String... arguments)
            throws IOException {
        try (JarRun run = run(environment, arguments)) {
            assertThat(run.awaitExit()).as(run.err()).isEqualTo(exitCode);
            assertThat(run.out()).isEmpty();
            assertThat(run.err()).contains("262chat: ").contains(complaint).doesNotContain("\tat ");
        }
    }

    private String[] withData(Path data, String... more) {
        return Stream.concat(
                        Stream.of("--data", data.toString(), "--port", String.valueOf(ServerProcess.freePort())),
                        Stream.of(more))
                .toArray(String[]::new);
    }

    @Test
    void aServerSaysOneLineWritesOnlyToItsFolderAndStopsInTime() throws IOException {
        Path data = folder.resolve("data");
        int port = ServerProcess.freePort();
        Map<String, String> environment = Map.of(
                "CHAT_PORT",
                String.valueOf(port),
                "CHAT_DATA",
                data.toString(),
                "CHAT_PASSWORD_ITERATIONS",
                "1024",
                "CHAT_START_TIMEOUT",
                "300");
        try (JarRun run =
                JarRun.ofOneJar(Artefacts.serverJar(), Files.createTempDirectory(folder, "run"), environment)) {
            run.awaitText("ready at");
            assertThat(run.out())
                    .isEqualTo("262chat is ready at http://127.0.0.1:" + port + "/" + System.lineSeparator());
            Person anna = Person.join(Api.of(URI.create("http://127.0.0.1:" + port + "/")), "anna");
            anna.say(anna.direct(Person.join(Api.of(anna.api().server()), "ben")), "hello");

            assertThat(filesOpenForWriting(run.pid())).isNotEmpty().allMatch(file -> file.startsWith(data));
            assertRefused(1, "in use", Map.of(), withData(data));
            assertRefused(1, "port " + port, Map.of("CHAT_PORT", "" + port, "CHAT_DATA", "" + folder.resolve("other")));

            assertThat(run.stop(STOP_TIMEOUT)).isEqualTo(143);
            assertThat(run.out().lines()).hasSize(1);
            assertThat(run.home()).isEmptyDirectory();
            assertThat(run.workingFolder()).isEmptyDirectory();
            assertThat(data.resolve("tmp")).doesNotExist();
            assertThat(data.resolve("db")).isDirectory();
        }
    }

    /** The regular files that a process has open for writing, but those of its streams. */
    private List<Path> filesOpenForWriting(long pid) throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc/" + pid + "/fd"))) {
            return open.filter(fd ->
                            !List.of("0", "1", "2").contains(fd.getFileName().toString()))
                    .filter(ServerStartIT::isForWriting)
                    .map(ServerStartIT::target)
                    .filter(Files::isRegularFile)
                    .toList();
        }
    }

    private static boolean isForWriting(Path fd) {
        try (Stream<String> info =
                Files.lines(fd.getParent().resolveSibling("fdinfo").resolve(fd.getFileName()))) {
            String flags =
                    info.filter(line -> line.startsWith("flags:")).findFirst().orElse("flags: 0");
            return (Integer.parseInt(flags.substring("flags:".length()).strip(), 8) & 3) != 0;
        } catch (IOException e) {
            return false; // closed meanwhile
        }
    }

    private static Path target(Path fd) {
        try {
            return Files.readSymbolicLink(fd);
        } catch (IOException e) {
            return Path.of("/closed/meanwhile");
        }
    }

    @Test
    void aStartThatIsStoppedEndsInTimeAndSaysNothingMore() throws IOException {
        try (JarRun run = run(Map.of(), withData(folder.resolve("data")))) {
            run.awaitText("starting 262chat");
            assertThat(run.stop(STOP_TIMEOUT)).isEqualTo(143);
            assertThat(run.out()).isEmpty();
            assertThat(run.err().lines()).hasSize(1);
        }
    }

    @Test
    void aPortThatIsTakenIsSaidBeforeAnythingIsDone() throws IOException {
        Path data = folder.resolve("data");
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            assertRefused(1, "port " + port, Map.of(), "--port", "" + port, "--data", data.toString());
            Map<String, String> ofKubernetes =
                    Map.of("CHAT_PORT", "tcp://10.0.0.12:8080", "CHAT_DATA", data.toString());
            assertRefused(1, "CHAT_PORT=tcp://10.0.0.12:8080 is passed over", ofKubernetes, "--port", "" + port);
        }
        assertThat(data).doesNotExist();
    }

    /** Written by a shell, as the JVM of this test may not be able to name it either. */
    @Test
    void aDataFolderWhoseNameIsNoTextInTheLocaleIsRefusedInOneSentence() throws IOException {
        String start = "LC_ALL=POSIX exec '%s' -jar '%s' --data \"$(printf '%s/gr\\303\\274n')\""
                .formatted(Artefacts.java(), Artefacts.serverJar(), folder);
        Path run = Files.createTempDirectory(folder, "run");
        try (JarRun server = JarRun.ofCommand(List.of("sh", "-c", start), run, Map.of())) {
            assertThat(server.awaitExit()).isEqualTo(2);
            assertThat(server.err().lines())
                    .singleElement()
                    .asString()
                    .contains("is not text in this locale", "LC_ALL=C.UTF-8");
        }
    }

    @Test
    void aDataFolderThatSomebodyHoldsIsRefused() throws IOException {
        Path data = Files.createDirectory(folder.resolve("data"));
        try (FileChannel lock =
                FileChannel.open(data.resolve("server.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            assertThat(lock.lock().isValid()).isTrue();
            assertRefused(1, "in use by another server", Map.of(), withData(data));
        }
    }

    @Test
    void aDataFolderThatCanNotBeOneIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "not a folder");
        assertRefused(1, "can't be written", Map.of(), withData(file));
        assertRefused(1, "can't be written", Map.of(), withData(file.resolve("below")));
        assertThat(file).hasContent("not a folder");
        Path data = Files.createDirectory(folder.resolve("data"));
        Files.createDirectory(data.resolve("server.lock"));
        assertRefused(1, "can't be written", Map.of(), withData(data));
    }

    @Test
    void aDatabaseThatIsNoneEndsTheStartWithItsReason() throws IOException {
        Path data = Files.createDirectory(folder.resolve("data"));
        Files.createDirectory(data.resolve("db"));
        Files.writeString(data.resolve("db").resolve("service.properties"), "not a database");
        assertRefused(1, "failed to deploy", Map.of("CHAT_START_TIMEOUT", "300"), withData(data));
        assertThat(data.resolve("db").resolve("service.properties")).hasContent("not a database");
    }

    @Test
    void aDatabaseThatTradesDurabilityForSpeedIsRefused() throws IOException {
        Path data = Files.createDirectory(folder.resolve("data"));
        Files.writeString(data.resolve("derby.properties"), "derby.system.durability=test\n");
        assertRefused(1, "derby.system.durability=test", Map.of(), withData(data));
        Path other = folder.resolve("other");
        Map<String, String> javaOptions = Map.of("JAVA_TOOL_OPTIONS", "-Dderby.system.durability=TEST");
        assertRefused(1, "derby.system.durability=test", javaOptions, withData(other));
    }

    @ParameterizedTest
    @CsvSource({
        "--nonsense, 1, unknown option --nonsense",
        "serve, '', unknown option serve",
        "--port, 0, --port",
        "--port, 65536, --port",
        "--port, http, --port",
        "--port, -1, --port",
        "--bind, not.an.address.invalid, --bind",
        "--sessions-per-account, 0, --sessions-per-account",
        "--password-iterations, 10, --password-iterations",
        "--sends-per-second, 1.5, --sends-per-second",
        "--data, ' ', --data"
    })
    void aCommandLineThatIsWrongEndsWithCodeTwo(String option, String value, String complaint) throws IOException {
        assertRefused(2, complaint, Map.of(), option, value);
    }

    @Test
    void aVariableThatIsWrongAValueThatIsMissingAndATagThatIsMissingEndWithCodeTwoToo() throws IOException {
        assertRefused(2, "CHAT_PORT", Map.of("CHAT_PORT", "http"));
        assertRefused(2, "--port needs a value", Map.of(), "--port");
        assertRefused(2, "--to", Map.of(), "migrate");
    }

    /** What the application itself refuses, the command line refuses before the long boot. */
    @Test
    void tooFewPasswordIterationsAreRefusedAtOnce() throws IOException {
        assertRefused(2, "CHAT_PASSWORD_ITERATIONS", Map.of("CHAT_PASSWORD_ITERATIONS", "1023"));
    }

    @Test
    void helpAndVersionAreSaidOnStandardOutput() throws IOException {
        try (JarRun help = run(Map.of(), "--help");
                JarRun version = run(Map.of(), "--version")) {
            assertThat(help.awaitExit()).isZero();
            assertThat(help.out()).contains("--port", "CHAT_PORT", "--data", "CHAT_DATA", "--bind", "migrate");
            assertThat(version.awaitExit()).isZero();
            assertThat(version.out()).startsWith("262chat 1.");
        }
    }
}
