package chat262.it.console;

import chat262.it.process.TerminalProcess;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What tests of the console on a real terminal begin with: two users, and the terminal of one. */
@ExtendWith(ConsoleServer.class)
abstract class TerminalTest {
    @TempDir
    Path folder;

    ConsoleUser ann;
    ConsoleUser bob;

    @BeforeAll
    static void thereIsATmux() {
        Assumptions.assumeTrue(TerminalProcess.isPossible(), "no tmux: these tests are skipped (apt install tmux)");
    }

    @BeforeEach
    void people() {
        ann = ConsoleUser.create("ann", folder);
        bob = ConsoleUser.create("bob", folder);
    }

    static TerminalProcess terminal(ConsoleUser person) {
        return terminal(person, Map.of());
    }

    static TerminalProcess terminal(ConsoleUser person, Map<String, String> settings) {
        TerminalProcess terminal = TerminalProcess.start(person.home(), ConsoleServer.url(), 80, 24, settings);
        terminal.awaitRow("-- connected");
        return terminal;
    }

    static TerminalProcess chatting(ConsoleUser person, ConsoleUser with) {
        return chatting(person, with, Map.of());
    }

    static TerminalProcess chatting(ConsoleUser person, ConsoleUser with, Map<String, String> settings) {
        TerminalProcess terminal = terminal(person, settings);
        terminal.enter("chat " + with.name());
        terminal.awaitRow("-- (nothing|\\d+) unread --");
        terminal.awaitRow("@" + with.name() + ">");
        return terminal;
    }

    /** The prompt of a direct room. */
    static String prompt(ConsoleUser with, String text) {
        return "@" + with.name() + "> " + text;
    }
}
