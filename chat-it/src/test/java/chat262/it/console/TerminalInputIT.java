package chat262.it.console;

import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.client.Person;
import chat262.it.process.Await;
import chat262.it.process.TerminalProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is typed on a real terminal. */
class TerminalInputIT extends TerminalTest {
    @Test
    void tabCompletesCommandsPeopleAndRooms() {
        try (TerminalProcess there = chatting(bob, ann)) {
            there.type("/searchu");
            there.press("Tab");
            there.awaitRow(prompt(ann, "/searchusers"));
            there.press("C-u");
            ConsoleUser zoe = ConsoleUser.create("zoe", folder); // nobody else's name begins like this
            there.type("ask @zo");
            there.pressUntil("Tab", prompt(ann, "ask @" + zoe.name())); // the server may take its time
            there.press("C-u");
            there.enter("/newgroup 'The Pizza' " + ann.name());
            there.awaitRow("The group The Pizza is there.*");
            there.type("/cg The");
            there.pressUntil("Tab", prompt(ann, "/cg 'The Pizza'")); // the stream tells of the group, a moment later
            there.press("Enter");
            there.awaitRow("#The Pizza>");
        }
    }

    @Test
    void altEnterAndPastingMakeOneMessageOfSeveralRows() {
        try (TerminalProcess there = chatting(bob, ann)) {
            there.type("one");
            there.press("M-Enter");
            there.type("two");
            there.awaitRow("\\| two");
            there.press("Enter");
            there.awaitRow("       \\| two ✓");
            there.paste("three\nfour");
            there.awaitRow("\\| four");
            there.press("Enter");
            there.awaitRow("       \\| four ✓");
        }
        assertThat(bob.log(ann.name())).containsExactly("one\ntwo", "three\nfour");
    }

    @Test
    void aLongTextGoesToThePersonsEditorWhichMayTakeTheWholeScreen() {
        // What editors do: take all rows, and leave it so. The status line has to find its place again.
        Map<String, String> editor = Map.of("EDITOR", "printf '\\033[r\\033[2J\\033[H'; sed -i s/draft/text/");
        try (TerminalProcess there = terminal(bob, editor)) {
            there.enter("chat " + ann.name());
            there.awaitRow(prompt(ann, "").strip());
            there.type("a draft");
            there.press("C-x");
            there.press("C-e");
            there.awaitRow(prompt(ann, "a text"));
            there.enter(", done");
            there.awaitRow(".*you: a text, done ✓");
            ann.send(
                    bob.name(), IntStream.range(0, 40).mapToObj(i -> "row " + i).toList());
            there.awaitRow(".*: row 39");
            there.await(
                    "one status, in the last row",
                    rows -> rows.stream()
                                            .filter(row -> row.startsWith(bob.name() + " · "))
                                            .count()
                                    == 1
                            && rows.get(rows.size() - 1).startsWith(bob.name() + " · "));
        }
    }

    @Test
    void ctrlCTakesBackWhatIsTypedAndEndsNothing() {
        Path begun = folder.resolve("begun");
        String editor = "trap '' INT; touch " + begun + "; sleep 2; sed -i s/draft/text/";
        try (TerminalProcess there = terminal(bob, Map.of("EDITOR", editor))) {
            there.enter("chat " + ann.name());
            there.awaitRow(prompt(ann, "").strip());
            there.type("a draft");
            there.press("M-c");
            Await.until("the editor has the terminal", () -> Files.exists(begun));
            there.press("C-c");
            there.awaitRow(prompt(ann, "a text"));
            there.press("C-c");
            there.awaitRow(prompt(ann, "").strip());
            there.enter("still here");
            there.awaitRow(".*you: still here ✓");
        }
    }

    @Test
    void aPasswordIsAskedForAndNotShown() {
        try (TerminalProcess there = terminal(bob)) {
            there.enter("logout");
            there.awaitRow("You are logged out.*");
            there.enter("login " + bob.name());
            there.awaitRow("Password:");
            there.enter(Person.PASSWORD);
            there.awaitRow("You are " + bob.name() + "\\.");
            there.awaitRow(bob.name() + ">");
            there.await("nothing of it", rows -> rows.stream().noneMatch(row -> row.contains(Person.PASSWORD)));
            there.press("Up");
            there.await(
                    "nor in what was written before",
                    rows -> rows.stream().noneMatch(row -> row.contains(Person.PASSWORD)));
            there.awaitRow(bob.name() + "> login " + bob.name());
        }
    }

    @Test
    void anEditorThatFailsTakesNothingAway() {
        try (TerminalProcess there = terminal(bob, Map.of("EDITOR", "false"))) {
            there.enter("chat " + ann.name());
            there.awaitRow(prompt(ann, "").strip());
            there.type("a draft");
            there.press("M-c");
            there.awaitRow("! the editor 'false' ended with 1; .*");
            there.awaitRow(prompt(ann, "a draft"));
            there.await(
                    "the prompt below what stands there",
                    rows -> rows.indexOf("-- nothing unread --") > 0
                            && rows.indexOf(prompt(ann, "a draft")) > rows.indexOf("-- nothing unread --"));
        }
    }

    @Test
    void aBlankBeforeASlashSendsNothingAndATypoGetsASuggestion() {
        try (TerminalProcess there = chatting(bob, ann)) {
            there.enter(" /logout");
            there.awaitRow("! not sent: .*");
            there.enter("/histroy");
            there.awaitRow("! there is no command histroy; did you mean history.*");
            there.enter("//not a command");
            there.awaitRow(".*you: /not a command ✓");
        }
        assertThat(bob.log(ann.name())).containsExactly("/not a command");
    }

    @Test
    void ctrlRFindsWhatWasWrittenAndAltUShowsTheUnreadAgain() {
        ann.send(bob.name(), List.of("was unread"));
        try (TerminalProcess there = chatting(bob, ann)) {
            there.enter("first words");
            there.awaitRow(".*you: first words ✓");
            there.enter("other words");
            there.awaitRow(".*you: other words ✓");
            there.press("C-r");
            there.type("first");
            there.awaitRow(prompt(ann, "first words"));
            there.press("C-g");
            there.press("C-u");
            there.type("half");
            there.press("M-u");
            there.awaitRow("-- again from the first unread --");
            there.awaitRow(prompt(ann, "half"));
            there.await(
                    "both times",
                    rows -> rows.stream()
                                    .filter(row -> row.endsWith(ann.name() + ": was unread"))
                                    .count()
                            == 2);
        }
    }

    @Test
    void aPersonsOwnKeysAreKeptAndTheConsolesWorkBesideThem() throws Exception {
        Path inputrc = Files.writeString(folder.resolve("inputrc"), "\"\\C-t\": \"typed by a key\"\n");
        try (TerminalProcess there = terminal(bob, Map.of("INPUTRC", inputrc.toString()))) {
            there.enter("chat " + ann.name());
            there.awaitRow(prompt(ann, "").strip());
            there.press("C-t");
            there.awaitRow(prompt(ann, "typed by a key"));
            there.press("M-a");
            there.awaitRow("-- nothing unread elsewhere");
            there.awaitRow(prompt(ann, "typed by a key"));
        }
    }

    @Test
    void aLongLineOfWideCharactersWrapsAndStaysWhole() {
        String wide = "漢字かな".repeat(15); // 60 characters, 120 columns of 80
        try (TerminalProcess there = chatting(bob, ann)) {
            there.type(wide);
            there.await("the whole line", rows -> String.join("", rows).contains(wide));
            ann.send(bob.name(), List.of("in between " + "🍕".repeat(50)));
            there.await("what comes in", rows -> String.join("", rows).contains("in between " + "🍕".repeat(50)));
            there.await("the whole line below it", rows -> {
                String screen = String.join("", rows);
                return screen.contains(wide) && screen.indexOf(wide) > screen.indexOf("in between");
            });
            there.press("BSpace");
            there.enter("end");
            there.await(
                    "the message", rows -> String.join("", rows).contains("you: " + wide.substring(0, 59) + "end ✓"));
        }
        assertThat(bob.log(ann.name())).endsWith(wide.substring(0, 59) + "end");
    }
}
