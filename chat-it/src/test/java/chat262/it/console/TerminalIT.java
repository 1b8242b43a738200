package chat262.it.console;

import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.process.Await;
import chat262.it.process.TerminalProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The console on a real terminal: what stands on the screen, and what the keys do. */
class TerminalIT extends TerminalTest {
    @Test
    void whatComesInStandsAboveTheLineThatIsBeingTyped() {
        try (TerminalProcess there = chatting(bob, ann)) {
            there.type("half a line 🍕 é");
            there.awaitRow(prompt(ann, "half a line 🍕 é"));
            int column = there.cursorColumn();
            ann.send(bob.name(), List.of("wide 漢字 🍕", "right to left שלום", "e\u0301 combined"));
            there.awaitRow("\\d\\d:\\d\\d  " + ann.name() + ": e\u0301 combined");
            there.awaitRow("\\d\\d:\\d\\d  " + ann.name() + ": wide 漢字 🍕");
            there.awaitRow(prompt(ann, "half a line 🍕 é"));
            assertThat(there.cursorColumn()).isEqualTo(column);
            there.enter(" and its end");
            there.awaitRow("\\d\\d:\\d\\d  you: half a line 🍕 é and its end ✓");
            there.awaitRow(prompt(ann, "").strip());
        }
        assertThat(ann.log(bob.name())).endsWith("half a line 🍕 é and its end");
    }

    @Test
    void altAGoesToTheRoomWhoseNewsHasWaitedLongestAndWhatWasHalfWrittenWaits() {
        ConsoleUser cy = ConsoleUser.create("cy", folder);
        ann.send(bob.name(), List.of("seen"));
        try (TerminalProcess there = chatting(bob, ann)) {
            there.type("to be finished later");
            cy.send(bob.name(), List.of("come here"));
            there.awaitRow(bob.name() + " · @" + ann.name() + " · \\d:@" + cy.name() + "\\(1\\)");
            there.press("M-a");
            there.awaitRow("\\d\\d:\\d\\d  " + cy.name() + ": come here");
            there.awaitRow(prompt(cy, "").strip());
            there.awaitRow(bob.name() + " · @" + cy.name());
            there.press("M-Left");
            there.awaitRow(prompt(ann, "to be finished later"));
            there.press("M-a");
            there.awaitRow("-- nothing unread elsewhere");
            there.awaitRow(prompt(ann, "to be finished later"));
        }
        assertThat(ann.log(bob.name())).containsExactly("seen");
    }

    @Test
    void roomsHaveNumbersInTheOrderOfTheirArrivalAndAltGoesToThem() {
        ConsoleUser cy = ConsoleUser.create("cy", folder);
        try (TerminalProcess there = terminal(bob)) {
            ann.send(bob.name(), List.of("one"));
            there.awaitRow(bob.name() + " · 1:@" + ann.name() + "\\(1\\)");
            cy.send(bob.name(), List.of("two"));
            there.awaitRow(bob.name() + " · 1:@" + ann.name() + "\\(1\\) 2:@" + cy.name() + "\\(1\\)");
            there.press("M-2");
            there.awaitRow("\\d\\d:\\d\\d  " + cy.name() + ": two");
            there.press("M-1");
            there.awaitRow("\\d\\d:\\d\\d  " + ann.name() + ": one");
            there.press("M-9");
            there.awaitRow("-- there is no room 9");
            there.enter("/room");
            there.awaitRow(" +2 +@" + cy.name());
            there.awaitRow(bob.name() + " · @" + ann.name());
        }
    }

    @Test
    void theStatusLineTellsWhoHasSeenWhatAndThatTheServerIsAway() {
        try (TerminalProcess here = chatting(ann, bob)) {
            here.enter("look at this");
            here.awaitRow(ann.name() + " · @" + bob.name());
            try (TerminalProcess there = chatting(bob, ann)) {
                there.awaitRow(".*look at this");
                here.awaitRow(ann.name() + " · @" + bob.name() + " · ✓✓ seen");
            }
            ConsoleServer.server().kill();
            here.awaitRow("offline since \\d\\d:\\d\\d · " + ann.name() + " .*");
            here.enter("said to nobody yet");
            here.awaitRow(".* · " + ann.name() + " .* 1 to be sent: @" + bob.name() + " said to.*");
            ConsoleServer.server().start();
            here.awaitRow("\\d\\d:\\d\\d  you: said to nobody yet ✓");
            here.awaitRow(ann.name() + " · @" + bob.name());
        }
        assertThat(ann.log(bob.name())).containsExactly("look at this", "said to nobody yet");
    }

    @Test
    void whoJoinedLaterIsNotSaidToHaveSeenWhatWasBefore() {
        ConsoleUser cid = ConsoleUser.create("cid", folder);
        String group = "team-of-" + ann.name();
        assertThat(ann.run("", "newgroup", group, bob.name()).exitCode()).isZero();
        try (TerminalProcess here = inGroup(ann, group)) {
            here.enter("before");
            here.awaitRow("\\d\\d:\\d\\d  you: before ✓");
            here.enter("/invite " + group + " " + cid.name());
            here.awaitRow(".*" + cid.name() + " joined.*");
            try (TerminalProcess later = inGroup(cid, group);
                    TerminalProcess there = inGroup(bob, group)) {
                there.awaitRow(".*before");
                here.awaitRow(ann.name() + " · #" + group + " · ✓✓ seen by " + bob.name());
                here.enter("after");
                later.awaitRow(".*after");
                here.awaitRow(ann.name() + " · #" + group + " · ✓✓ seen by " + bob.name() + ", " + cid.name());
            }
        }
    }

    private static TerminalProcess inGroup(ConsoleUser person, String group) {
        TerminalProcess terminal = terminal(person);
        terminal.enter("chatgroup " + group);
        terminal.awaitRow("#" + group + ">");
        return terminal;
    }

    @Test
    void whatOthersWriteIsShownAndNotObeyed() {
        try (TerminalProcess there = chatting(bob, ann)) {
            // The server refuses control characters; what else may confuse a terminal gets through.
            ann.send(bob.name(), List.of("\u202egnp.exe", "a\tb \u2066c", "line\u2028end", "after"));
            there.awaitRow(".*: after");
            there.awaitRow(".*: <U\\+202E>gnp.exe");
            there.awaitRow(".*: a    b <U\\+2066>c");
            there.awaitRow(".*: line<U\\+2028>end");
        }
    }

    @Test
    void withNoColorNothingIsColoured() {
        ann.send(bob.name(), List.of("plain"));
        try (TerminalProcess there = terminal(bob, Map.of("NO_COLOR", "1"))) {
            there.enter("chat " + ann.name());
            there.awaitRow(".*: plain");
            assertThat(there.colouredScreen()).doesNotContain("\u001b[3", "\u001b[2m", "\u001b[1m");
        }
    }

    @Test
    void whoIsElsewhereIsCalledByTheBellAndByACommand() throws Exception {
        Path told = folder.resolve("told");
        Path config = Files.writeString(
                folder.resolve("config.properties"),
                "bell = direct\ntheme = light\nnotify-command = { echo \"$CHAT_ROOM_NAME $CHAT_SENDER\"; cat; } > "
                        + told);
        try (TerminalProcess there = TerminalProcess.start(
                bob.home(), ConsoleServer.url(), 80, 24, Map.of(), "--config", config.toString())) {
            there.awaitRow("-- connected");
            assertThat(there.hasRung()).isFalse();
            ann.send(bob.name(), List.of("$(touch nothing) `or this`"));
            Await.until("the bell has rung", there::hasRung);
            Await.until(
                    "the command has run",
                    () -> Files.exists(told) && told.toFile().length() > 20);
        }
        assertThat(told).hasContent("@" + ann.name() + " " + ann.name() + "\n$(touch nothing) `or this`");
    }

    @Test
    void whoOnlyLooksAroundLeavesEverythingUnread() {
        ann.send(bob.name(), List.of("read me"));
        try (TerminalProcess there =
                TerminalProcess.start(bob.home(), ConsoleServer.url(), 80, 24, Map.of(), "--explore")) {
            there.awaitRow("-- unread: @" + ann.name());
            there.press("M-a");
            there.awaitRow(".*: read me");
            ann.send(bob.name(), List.of("me too"));
            there.awaitRow(".*: me too");
        }
        assertThat(ann.cursorOf(bob.name())).isZero();
        assertThat(bob.run("", "unread").lines()).containsExactly("    2  @" + ann.name());
    }

    @Test
    void plainIsLineByLineWithoutAStatus() {
        try (TerminalProcess there =
                TerminalProcess.start(bob.home(), ConsoleServer.url(), 80, 24, Map.of(), "--plain")) {
            there.awaitRow("-- connected");
            there.enter("chat " + ann.name());
            there.awaitRow("-- nothing unread --");
            there.enter("in plain words");
            there.awaitRow("\\d\\d:\\d\\d  you: in plain words");
            there.awaitRow("-- stored for @" + ann.name() + ": in plain words");
            assertThat(there.colouredScreen()).doesNotContain("\u001b[");
        }
    }

    @Test
    void aPersonsOwnNamesAndWishesHoldUntilTheConsoleEnds() {
        try (TerminalProcess there = chatting(bob, ann)) {
            there.enterSilent("/alias hi me says hello to");
            there.enter("/hi everybody");
            there.awaitRow(".*you: \\* " + bob.name() + " says hello to everybody ✓");
            there.enterSilent("/set notify-command echo \"$CHAT_SENDER\"  'x' -u");
            there.enter("/set");
            there.awaitRow("notify-command = echo \"\\$CHAT_SENDER\"  'x' -u");
            there.enter("/set theme pink");
            there.awaitRow("! say dark, light, none, not: pink; .*");
            there.enterSilent("/set theme none");
            there.enter("/set");
            there.awaitRow("theme = none");
            there.enter("/alias");
            there.awaitRow("hi = me says hello to");
        }
    }

    @Test
    void whatWasSaidIsFoundAgain() {
        ann.send(bob.name(), List.of("The key is under the mat", "nothing else"));
        try (TerminalProcess there = chatting(bob, ann)) {
            there.enter("/search UNDER the");
            there.awaitRow("\\d{4}-\\d\\d-\\d\\d  \\d\\d:\\d\\d  " + ann.name() + ": The key is under the mat");
            there.enter("/me waves");
            there.awaitRow(".*you: \\* " + bob.name() + " waves ✓");
        }
    }
}
