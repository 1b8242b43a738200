package chat262.it.script;

import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.process.Artefacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive of classes that {@code ./chat} starts the console with: it never shows but in time. */
class QuickStartIT {
    private static final String PREPARING = "preparing quick starts of the console …\n";

    @TempDir
    Path home;

    private Path target;

    private record Said(int exitCode, String out, String err) {}

    @BeforeEach
    void prepareACheckoutWhereTheConsoleIsBuilt() throws IOException {
        target = Files.createDirectories(home.resolve("a checkout/chat-cli/target"));
        Files.copy(Artefacts.script(), home.resolve("a checkout/chat"));
        Files.copy(Artefacts.consoleJar(), target.resolve("chat-cli.jar"));
    }

    @Test
    void theArchiveIsMadeOnceForAJarAndAJava() throws Exception {
        assertThat(version().err).isEqualTo(PREPARING);
        assertThat(target.resolve("start.jsa")).isNotEmptyFile();
        assertThat(version().err).isEmpty();
        Files.setLastModifiedTime(target.resolve("chat-cli.jar"), FileTime.from(Instant.now()));
        assertThat(version().err).isEqualTo(PREPARING);
        Files.writeString(target.resolve("start.java"), "another java\n");
        assertThat(version().err).isEqualTo(PREPARING);
        assertThat(version().err).isEmpty();
        try (Stream<Path> left = Files.list(target)) {
            assertThat(left.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("chat-cli.jar", "start.jsa", "start.java");
        }
    }

    @Test
    void anArchiveThatIsNoneIsNotSpokenOf() throws Exception {
        version();
        Path archive = target.resolve("start.jsa");
        Files.delete(archive);
        assertThat(version().err).isEmpty();
        Files.writeString(archive, "no archive");
        assertThat(version().err).isEmpty();
        // A jar that is not the one that the archive was made of, with nothing to tell it by but its time.
        Files.setLastModifiedTime(target.resolve("chat-cli.jar"), FileTime.from(Instant.EPOCH));
        assertThat(version().err).isEmpty();
    }

    private Said version() throws IOException, InterruptedException {
        Path out = home.resolve("out");
        Path err = home.resolve("err");
        ProcessBuilder builder =
                new ProcessBuilder("sh", home.resolve("a checkout/chat").toString(), "--version");
        builder.environment()
                .put("JAVA_HOME", Artefacts.java().getParent().getParent().toString());
        Process process =
                builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        Said said = new Said(process.exitValue(), Files.readString(out), Files.readString(err));
        assertThat(said.exitCode).as("%s", said).isZero();
        assertThat(said.out).matches("262chat \\S+( \\(.*\\))?\n");
        return said;
    }
}
