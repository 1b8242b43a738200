package chat262.it.console;

import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.process.Await;
import chat262.it.process.ConsoleCommand;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Output that goes to a program that ends before it does, as {@code head} does. */
class PipeIT extends ConsoleTest {
    private static final int OUTPUT_CLOSED = 141;

    @Test
    void aFollowerEndsSoonAfterItsReaderAndAcknowledgesWhatWasTaken() throws Exception {
        alice.send(bob.name(), List.of("one", "two", "three"));
        Path taken = folder.resolve("taken.txt");
        assertThat(pipe("tail --follow", "head -n 1 >" + taken)).isEqualTo(OUTPUT_CLOSED);
        assertThat(Files.readAllLines(taken)).singleElement().asString().endsWith(": one");
        assertThat(alice.cursorOf(bob.name())).isEqualTo(1);
        assertThat(bob.run("", "tail").lines()).hasSize(2);

        alice.send(bob.name(), List.of("four"));
        assertThat(pipe("tail --follow", "head -n 1 >" + taken))
                .as("nothing comes behind it")
                .isEqualTo(OUTPUT_CLOSED);
        assertThat(alice.cursorOf(bob.name())).isEqualTo(4);
    }

    @Test
    void aCommandEndsQuietly() throws Exception {
        send(1, 3);
        assertThat(pipe("export " + alice.name(), "true")).isIn(0, OUTPUT_CLOSED);
    }

    /** Runs a command of bob's into a reader; returns its exit code after checking that it had nothing to complain about. */
    private int pipe(String command, String reader) throws IOException, InterruptedException {
        Path said = folder.resolve("said.txt");
        List<String> shell = new ArrayList<>(List.of(
                "bash", "-c", "\"$@\" " + command + " 2>" + said + " | " + reader + "; exit ${PIPESTATUS[0]}", "bash"));
        shell.addAll(ConsoleCommand.get());
        ProcessBuilder builder = new ProcessBuilder(shell);
        builder.environment().keySet().removeIf(name -> name.startsWith("CHAT_"));
        builder.environment().put("CHAT_SERVER", ConsoleServer.url().toString());
        builder.environment().put("XDG_STATE_HOME", bob.home().toString());
        builder.environment()
                .put("XDG_CONFIG_HOME", bob.home().resolve("config").toString());
        Process process = builder.start();
        try {
            assertThat(process.waitFor(Await.TIMEOUT.toSeconds(), TimeUnit.SECONDS))
                    .as(Files.readString(said))
                    .isTrue();
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        assertThat(said).isEmptyFile();
        return process.exitValue();
    }
}
