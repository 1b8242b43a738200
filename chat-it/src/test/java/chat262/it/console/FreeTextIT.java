package chat262.it.console;

import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.process.ConsoleProcess;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A text is sent as it was given: neither an option nor a quote in it means anything. */
class FreeTextIT extends ConsoleTest {
    @Test
    void allBehindTheRoomIsTextOnTheCommandLine() {
        List<List<String>> texts = List.of(
                List.of("-hello"), List.of("try", "ls", "-h"), List.of("rm", "-f", "x"), List.of("-Pnobody", "--help"));
        for (List<String> text : texts) {
            String[] arguments = new String[2 + text.size()];
            arguments[0] = "send";
            arguments[1] = bob.name();
            for (int i = 0; i < text.size(); i++) {
                arguments[2 + i] = text.get(i);
            }
            ConsoleProcess.Result sent = alice.run("", arguments);
            assertThat(sent.exitCode()).as("%s", sent).isZero();
        }
        assertThat(alice.log(bob.name())).containsExactly("-hello", "try ls -h", "rm -f x", "-Pnobody --help");
        assertThat(alice.run("", "send", "--timeout", "20", bob.name(), "--timeout 5")
                        .exitCode())
                .isZero();
        assertThat(alice.run("", "send", "--help", bob.name()).lines()).anyMatch(line -> line.contains("--timeout"));
        assertThat(alice.log(bob.name())).hasSize(5).endsWith("--timeout 5");
    }

    @Test
    void aTextIsTakenAsItWasTypedAtThePrompt() {
        ConsoleProcess.Result typed = alice.run("c " + bob.name() + "\n/me runs ls -h\n/me says \"a   b\"\n/send "
                + bob.name() + " it's \"so\"\n/send @" + bob.name() + "  -\n");
        assertThat(typed.exitCode()).as("%s", typed).isZero();
        assertThat(alice.log(bob.name()))
                .containsExactlyInAnyOrder(
                        "* " + alice.name() + " runs ls -h",
                        "* " + alice.name() + " says \"a   b\"",
                        "it's \"so\"",
                        "-");
    }
}
