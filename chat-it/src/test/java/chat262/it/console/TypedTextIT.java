package chat262.it.console;

import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.process.Await;
import chat262.it.process.TerminalProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What counts as text, and what as a key or a command: pasted lines, keys that are bound to nothing, other charsets. */
class TypedTextIT extends TerminalTest {
    private static final String THUMB = "\uD83D\uDC4D\uD83C\uDFFD"; // of a skin tone
    private static final String FLAG = "\uD83C\uDDE9\uD83C\uDDEA";
    private static final String ASTRONAUT = "\uD83D\uDC69\u200D\uD83D\uDE80";

    @Test
    void linesThatArriveAtOnceAreOneMessageAndNoneOfThemIsACommand() {
        try (TerminalProcess there = chatting(bob, ann)) {
            there.pasteUnmarked("first\n/logout\n\texit\n");
            there.awaitRow("\\| +exit");
            assertThat(bob.log(ann.name())).as("not sent before Enter alone").isEmpty();
            there.pressUntil(
                    "Enter", "       \\|     exit ✓"); // one that comes while the paste is taken in is a part of it
            there.pasteUnmarked("/leave team\n/logout\n");
            there.awaitRow("\\| /logout");
            there.pressUntil("Enter", "! nothing was done: several lines are a message.*");
            there.press("C-c");
            there.awaitRow(prompt(ann, "").strip());
            there.enter(":q");
            there.awaitRow("-- left the chat with .*");
            there.pasteUnmarked("exit\nexit\n");
            there.awaitRow("\\| exit");
            there.pressUntil("Enter", "! nothing was done: several lines are no command.*");
        }
        assertThat(bob.log(ann.name())).containsExactly("first\n/logout\n\texit");
    }

    @Test
    void linesThatArriveAtOnceAreAskedAboutWhereLinesAreReadOneByOne() {
        try (TerminalProcess there =
                TerminalProcess.start(bob.home(), ConsoleServer.url(), 80, 24, Map.of(), "--plain")) {
            there.awaitRow("-- connected");
            there.enter("chat " + ann.name());
            there.awaitRow("-- nothing unread --");
            there.pasteUnmarked("one\n/exit\n");
            there.awaitRow("2 lines arrived at once; Enter sends them as one message.*");
            there.press("Enter");
            there.awaitRow("       \\| /exit");
        }
        assertThat(bob.log(ann.name())).containsExactly("one\n/exit");
    }

    @Test
    void keysThatAreBoundToNothingDoNothing() {
        try (TerminalProcess there = chatting(bob, ann)) {
            there.type("before ");
            // More than one sequence of each kind: known and unknown beginnings, parameters, and the Linux console's.
            for (String key : List.of("C-Up", "M-Up", "S-Up", "C-PPage", "M-q", "F1", "F5", "C-F12")) {
                there.press(key);
            }
            there.typeBytes(0x1b, '[', '[', 'A');
            there.typeBytes(0x1b, 'O', '5', 'A');
            there.typeBytes(0x1b, '[', '?', '1', ';', '2', '$', 'y');
            there.type("after");
            there.awaitRow(prompt(ann, "before after"));
            there.press("Enter");
            there.awaitRow(".*you: before after ✓");
        }
        assertThat(bob.log(ann.name())).containsExactly("before after");
    }

    @Test
    void afterEscALetterIsALetterAlsoInViMode() throws Exception {
        Path inputrc = Files.writeString(folder.resolve("inputrc"), "set editing-mode vi\n");
        try (TerminalProcess there = terminal(bob, Map.of("INPUTRC", inputrc.toString()))) {
            there.enter("chat " + ann.name());
            there.awaitRow(prompt(ann, "").strip());
            there.type("word");
            there.awaitRow(prompt(ann, "word"));
            int end = there.cursorColumn();
            there.press("Escape");
            Await.until("vi's command mode", () -> there.cursorColumn() == end - 1);
            there.type("a appended"); // Alt+A would leave the room
            there.awaitRow(prompt(ann, "word appended"));
        }
    }

    @Test
    void inALocaleWithoutACharsetUtf8IsTakenAndAnythingElseRefused() {
        for (String locale : List.of("C", "xx_XX")) {
            try (TerminalProcess there = chatting(bob, ann, Map.of("LC_ALL", locale))) {
                there.enter("größer 漢字 in " + locale);
                there.awaitRow(".*you: größer 漢字 in " + locale + " .*");
                there.type("caf");
                there.typeBytes(0xE9); // as a terminal in Latin 1 sends it
                there.press("Enter");
                there.awaitRow("! some characters of what was typed can't be read here.*");
            }
        }
        assertThat(bob.log(ann.name())).containsExactly("größer 漢字 in C", "größer 漢字 in xx_XX");
    }

    @Test
    void aPasswordWithCharactersThatCanNotBeReadIsRefusedAndNotSent() {
        try (TerminalProcess there =
                TerminalProcess.start(folder.resolve("new"), ConsoleServer.url(), 80, 24, Map.of("LC_ALL", "C"))) {
            there.awaitRow("You are not logged in.*");
            there.enter("login " + bob.name());
            there.awaitRow("Password:");
            there.type("secret");
            there.typeBytes(0xE9);
            there.press("Enter");
            there.awaitRow("! some characters of what was typed can't be read here.*");
        }
    }

    @Test
    void aTerminalThatDoesNotKnowItsSizeIsTakenForOneOfTheUsualSize() {
        try (TerminalProcess there = TerminalProcess.start(bob.home(), ConsoleServer.url(), 0, 24, Map.of())) {
            there.awaitRow("-- connected");
            there.type("can be seen");
            there.awaitRow(bob.name() + "> can be seen");
            there.await("the status in the last row", rows -> rows.get(23).startsWith(bob.name()));
        }
    }

    @Test
    void emojiAreAsWideAsTheTerminalHasThemAndAreTakenBackAsAWhole() {
        try (TerminalProcess there = chatting(bob, ann)) {
            there.type("✅" + THUMB + FLAG + ASTRONAUT + "e\u0301!");
            there.awaitRow(".*!");
            there.press("Left"); // in front of the !
            there.type("|");
            there.awaitRow(".*\\|!"); // nothing is out of place
            for (int character = 0; character < 4; character++) {
                there.press("BSpace");
            }
            there.awaitRow(prompt(ann, "✅" + THUMB + "!"));
            there.press("Enter");
            there.awaitRow(".*you: ✅.* ✓");
        }
        assertThat(bob.log(ann.name())).containsExactly("✅" + THUMB + "!");
    }
}
