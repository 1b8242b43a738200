package chat262.it.script;

import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.process.Artefacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code ./chat} says on a machine where something that it needs is missing or too old. */
class ChatScriptIT {

    /** What any Unix has; a machine's own java and mvn must not be among it. */
    private static final List<String> ORDINARY_TOOLS =
            List.of("sh", "sed", "head", "dirname", "find", "mktemp", "cat", "rm", "touch");

    @TempDir
    Path home;

    private Path tools;
    private Path checkout;

    private record Said(int exitCode, String out, String err) {}

    @BeforeEach
    void prepareACheckoutWhereNothingIsBuilt() throws IOException {
        tools = Files.createDirectory(home.resolve("bin"));
        for (String tool : ORDINARY_TOOLS) {
            install(tool, "exec " + find(tool) + " \"$@\"");
        }
        checkout = Files.createDirectory(home.resolve("checkout"));
        Files.copy(Artefacts.script(), checkout.resolve("chat"));
    }

    @Test
    void withoutAJavaItSaysSoAndHowToGetOne() throws Exception {
        Said said = chat("server");
        assertThat(said.exitCode).isEqualTo(1);
        assertThat(said.err).contains("there is no java", "JDK 17", "apt install");
        assertThat(said.out).isEmpty();
    }

    @Test
    void aJavaThatIsTooOldIsNamedWithItsVersion() throws Exception {
        install("java", "echo 'openjdk version \"11.0.22\" 2024-01-16' >&2");
        assertThat(chat("server").err).contains("version 11, too old", "JDK 17 or later", "JAVA_HOME");
    }

    @Test
    void aJavaFromBeforeVersionNineIsReadRight() throws Exception {
        install("java", "echo 'java version \"1.8.0_402\"' >&2");
        assertThat(chat("demo").err).contains("version 8, too old");
    }

    @Test
    void aJavaWithoutACompilerCanNotBuild() throws Exception {
        install("java", "echo 'openjdk version \"17.0.15\"' >&2");
        assertThat(chat("server").err).contains("no javac", "JDK 17");
    }

    @Test
    void withoutMavenItSaysSoAndHowToGetIt() throws Exception {
        install("java", "echo 'openjdk version \"21\"' >&2");
        install("javac", "");
        assertThat(chat().err).contains("there is no mvn", "Maven 3.8", "apt install maven");
    }

    @Test
    void aMavenThatIsTooOldIsNamedWithItsVersion() throws Exception {
        install("java", "echo 'openjdk version \"21\"' >&2");
        install("javac", "");
        install("mvn", "echo 'Apache Maven 3.6.3'");
        assertThat(chat("server").err).contains("Maven 3.6 is too old", "3.8 or later");
    }

    @Test
    void aBuildThatFailsShowsWhatMavenSaid() throws Exception {
        install("java", "echo 'openjdk version \"21\"' >&2");
        install("javac", "");
        install("mvn", "[ \"$1\" != -v ] || { echo 'Apache Maven 3.9.1'; exit; }; echo 'no space left'; exit 1");
        Said said = chat("server");
        assertThat(said.exitCode).isEqualTo(1);
        assertThat(said.err).contains("building payara-config", "no space left", "the build failed");
    }

    @Test
    void aSourceMakesABuildStaleAndALogOfTheTestsDoesNot() throws Exception {
        install("java", "echo 'openjdk version \"21\"' >&2");
        Files.writeString(checkout.resolve("pom.xml"), "");
        Files.createDirectories(checkout.resolve("chat-api"));
        Path module =
                Files.createDirectories(checkout.resolve("chat-cli/target")).getParent();
        Files.writeString(module.resolve("target/chat-cli.jar"), "");
        age(checkout.resolve("pom.xml"), 20);
        age(module.resolve("target/chat-cli.jar"), 10);
        Files.writeString(module.resolve("derby.log"), "");
        assertThat(chat("rooms").err).doesNotContain("javac");
        Files.writeString(module.resolve("Source.java"), "");
        assertThat(chat("rooms").err).contains("no javac, so it can't be built");
    }

    private static void age(Path file, long seconds) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minusSeconds(seconds)));
    }

    private Said chat(String... arguments) throws IOException, InterruptedException {
        Path out = home.resolve("out");
        Path err = home.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(
                find("sh").toString(), checkout.resolve("chat").toString());
        builder.command().addAll(List.of(arguments));
        builder.environment().clear();
        builder.environment().putAll(Map.of("PATH", tools.toString(), "HOME", home.toString()));
        Process process =
                builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Said(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    /** A program that behaves, as far as the script asks it, like an installed one of that version. */
    private void install(String name, String script) throws IOException {
        Path file = tools.resolve(name);
        Files.writeString(file, "#!" + find("sh") + "\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private static Path find(String tool) {
        return List.of("/bin", "/usr/bin").stream()
                .map(folder -> Path.of(folder, tool))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("this machine has no " + tool));
    }
}
