package chat262.it.console;

import chat262.it.process.TerminalProcess;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/** Somebody's console on a real terminal. */
final class Terminals {
    private Terminals() {}

    /** Skips the checks where there is nothing to check on. */
    static void assumePossible() {
        Assumptions.assumeTrue(TerminalProcess.isPossible(), "no tmux: these tests are skipped (apt install tmux)");
    }

    static TerminalProcess terminal(Person person) {
        return terminal(person, Map.of());
    }

    static TerminalProcess terminal(Person person, Map<String, String> settings) {
        TerminalProcess terminal =
                TerminalProcess.start(person.home(), ConsoleServer.server().url(), 80, 24, settings);
        terminal.awaitRow("-- connected");
        return terminal;
    }

    static TerminalProcess chatting(Person person, Person with) {
        return chatting(person, with, Map.of());
    }

    static TerminalProcess chatting(Person person, Person with, Map<String, String> settings) {
        TerminalProcess terminal = terminal(person, settings);
        terminal.enter("chat " + with.name());
        terminal.awaitRow("-- (nothing|\\d+) unread --");
        terminal.awaitRow("@" + with.name() + ">");
        return terminal;
    }

    /** What stands where somebody writes to somebody. */
    static String prompt(Person with, String text) {
        return "@" + with.name() + "> " + text;
    }
}
