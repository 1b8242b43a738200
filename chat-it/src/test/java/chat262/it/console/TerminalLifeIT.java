package chat262.it.console;

import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.process.Await;
import chat262.it.process.TerminalProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a console on a terminal leaves behind, and what it lives through. */
class TerminalLifeIT extends TerminalTest {
    @Test
    void draftsAndEarlierInputOutliveTheConsoleForTheirOwnerAlone() throws Exception {
        ConsoleUser cy = ConsoleUser.create("cy", folder);
        try (TerminalProcess there = chatting(bob, ann)) {
            there.enter("written before");
            there.awaitRow(".*you: written before ✓");
            there.enter("/join @" + cy.name());
            there.awaitRow("@" + cy.name() + ">");
            there.type("half a draft");
            there.awaitRow(prompt(cy, "half a draft"));
            there.press("M-Left");
            there.awaitRow("@" + ann.name() + ">");
        }
        try (TerminalProcess there = terminal(bob)) {
            there.enter("join @" + cy.name());
            there.awaitRow(prompt(cy, "half a draft"));
            there.press("C-u");
            there.press("Up");
            there.press("Up");
            there.press("Up");
            there.awaitRow(prompt(cy, "written before"));
        }
        for (String name : List.of("drafts", "input")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file(name))))
                    .as(name)
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void aConsoleThatIsEndedBySignalTakesItsStatusLineWithIt() {
        try (TerminalProcess there = chatting(bob, ann)) {
            there.keepAfterEnd();
            there.signal("-TERM");
            there.awaitEnd();
            assertThat(there.screen()).noneMatch(row -> row.startsWith(bob.name() + " · "));
        }
    }

    @Test
    void anEditorThatIsOpenDoesNotHoldUpReceiving() throws Exception {
        Path begun = folder.resolve("begun");
        Path done = folder.resolve("done");
        String editor = "touch " + begun + "; until test -e " + done + "; do sleep 0.1; done; true";
        try (TerminalProcess there = chatting(bob, ann, Map.of("EDITOR", editor))) {
            there.press("M-c");
            Await.until("the editor has the terminal", () -> Files.exists(begun));
            ann.send(bob.name(), List.of("came first", "came second", "came third"));
            Await.until("all of it is journalled", () -> journal().contains("came third"));
            assertThat(ann.cursorOf(bob.name()))
                    .as("what is not shown is not acknowledged")
                    .isZero();
            Files.createFile(done);
            there.awaitRow(".*: came third");
            Await.until("it is acknowledged", () -> ann.cursorOf(bob.name()) == 3);
        }
    }

    @Test
    void aFullDiskIsToldOfAndLeavesTheTextAndItGoesOnWhenThereIsSpace() {
        try (TerminalProcess there = chatting(bob, ann)) {
            there.limitFiles("1");
            there.type("half a line");
            there.awaitRow(prompt(ann, "half a line"));
            ann.send(bob.name(), List.of("does not fit"));
            there.awaitRow("! Nothing is received or sent for now: .*");
            there.awaitRow(prompt(ann, "half a line"));
            there.enter(" and its end");
            there.awaitRow("! not sent, as it can't be written to this disk: .*");
            there.awaitRow(prompt(ann, "half a line and its end"));
            there.limitFiles("unlimited");
            there.awaitRow("\\d\\d:\\d\\d  " + ann.name() + ": does not fit");
            there.awaitRow(prompt(ann, "half a line and its end"));
            there.press("Enter");
            there.awaitRow(".*you: half a line and its end ✓");
        }
        assertThat(ann.log(bob.name())).containsExactly("does not fit", "half a line and its end");
    }

    private String journal() {
        try {
            return Files.readString(file("journal"), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path file(String name) throws IOException {
        try (Stream<Path> files = Files.walk(bob.home())) {
            return files.filter(file -> file.endsWith(name)).findFirst().orElseThrow();
        }
    }
}
