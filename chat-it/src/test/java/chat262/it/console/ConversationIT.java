package chat262.it.console;

import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.process.Await;
import chat262.it.process.ConsoleProcess;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** People talk. */
class ConversationIT extends ConsoleTest {
    @Test
    void twoPeopleTalkInADirectRoomAndBothSeeEachMessageOnceAndInTheSameOrder() {
        try (ConsoleProcess here = alice.chatting(bob.name());
                ConsoleProcess there = bob.chatting(alice.name())) {
            here.type("hello");
            there.awaitLine("\\d\\d:\\d\\d {2}" + alice.name() + ": hello");
            there.type("hi");
            there.type("//slash");
            here.awaitLine("\\d\\d:\\d\\d {2}" + bob.name() + ": /slash");
            there.awaitLine(".* {2}you: /slash");
            here.type(":q");
            here.awaitLine("-- left the chat with " + bob.name() + " --");
            assertThat(here.shownAsNew()).containsExactly("you: hello", bob.name() + ": hi", bob.name() + ": /slash");
            assertThat(there.shownAsNew()).containsExactly(alice.name() + ": hello", "you: hi", "you: /slash");
        }
        assertThat(alice.log(bob.name())).containsExactly("hello", "hi", "/slash");
    }

    @Test
    void anOpenGroupIsFoundAndJoined() {
        String team = "Open " + alice.name();
        assertThat(alice.run("", "newgroup", team).exitCode()).isEqualTo(2);
        assertThat(alice.run("", "newgroup", "--open", team).exitCode()).isZero();
        assertThat(bob.run("", "listgroups").lines()).contains(team + "  (open, 1 member)");
        assertThat(bob.run("", "searchgroups", "--json", team).lines())
                .containsExactly("{\"name\":\"" + team + "\",\"open\":true}");
        try (ConsoleProcess here = bob.console()) {
            here.type("join #" + team.toUpperCase(Locale.ROOT));
            here.awaitLine("-- group " + team + " --");
            here.awaitLine(".*-- you joined.*");
            here.type("hello");
            here.awaitLine(".* {2}you: hello.*");
        }
        assertThat(alice.run("", "history", "#" + team).lines())
                .last()
                .asString()
                .endsWith(bob.name() + ": hello");
        assertThat(bob.run("", "searchgroups", team).lines())
                .containsExactly(team + "  (open, 2 members, you are in it)");
    }

    @Test
    void membersOfAGroupTalkAndSeeWhoComesAndGoes() {
        ConsoleUser carol = ConsoleUser.create("carol", folder);
        String team = "Team of " + alice.name();
        try (ConsoleProcess here = alice.console();
                ConsoleProcess there = bob.console()) {
            here.type("newgroup \"" + team + "\" " + bob.name());
            here.awaitNotice("The group .* is there.*");
            here.type("cg \"" + team + "\"");
            here.awaitLine(".*-- you created " + team + " with .*");
            there.type("/chatgroup \"" + team + "\"");
            there.awaitLine("-- group " + team + " --");
            there.type("hello all");
            here.awaitLine(".* {2}" + bob.name() + ": hello all");
            here.type("/invite \"" + team + "\" " + carol.name());
            there.awaitLine(".* {2}-- " + carol.name() + " joined \\(by " + alice.name() + "\\)");
            assertThat(carol.run("", "send", "#" + team.toUpperCase(Locale.ROOT), "me", "too")
                            .exitCode())
                    .isZero();
            there.awaitLine(".* {2}" + carol.name() + ": me too");
            assertThat(carol.run("", "leave", team).exitCode()).isZero();
            here.awaitLine(".* {2}-- " + carol.name() + " left");
            here.type("/rename \"" + team + "\" \"" + team + " 2\"");
            there.awaitLine(".* {2}-- " + alice.name() + " renamed the group to " + team + " 2");
        }
        assertThat(bob.run("", "members", team + " 2").lines()).containsExactly(alice.name() + " (owner)", bob.name());
        assertThat(carol.run("", "send", "#" + team + " 2", "back?").exitCode()).isEqualTo(4);
    }

    @Test
    void aViewOpensAtTheFirstUnreadWithALittleOfWhatWasReadBefore() {
        alice.send(
                bob.name(),
                IntStream.rangeClosed(1, 12).mapToObj(i -> "read " + i).toList());
        try (ConsoleProcess there = bob.chatting(alice.name())) {
            there.awaitLine(".*: read 12");
            Await.until("all is acknowledged", () -> alice.cursorOf(bob.name()) == 12);
        }
        alice.send(bob.name(), List.of("new 1", "new 2"));
        assertThat(bob.run("", "unread").lines()).containsExactly("    2  @" + alice.name());
        try (ConsoleProcess there = bob.console()) {
            there.type("c " + alice.name());
            there.awaitLine("-- chat with " + alice.name() + " --");
            there.awaitLine(".*: new 2");
            assertThat(there.lines().get(1)).endsWith(": read 3");
            assertThat(there.lines().get(11)).isEqualTo("-- 2 unread --");
            assertThat(there.shownAsNew()).containsExactly(alice.name() + ": new 1", alice.name() + ": new 2");
            Await.until("all is acknowledged", () -> alice.cursorOf(bob.name()) == 14);
        }
        assertThat(bob.run("", "unread").lines()).isEmpty();
    }

    @Test
    void textFromOthersDoesNotTouchTheTerminalAndCanNotPassForAnotherMessage() {
        try (ConsoleProcess there = bob.chatting(alice.name())) {
            String text = "evil \u202e\u2066 and\n12:00  " + bob.name() + ": I resign\r\n\ttab שלום 你好 👩‍👧";
            assertThat(alice.run(text, "send", bob.name(), "-").exitCode()).isZero();
            there.awaitLine("\\d\\d:\\d\\d {2}" + alice.name() + ": evil <U\\+202E><U\\+2066> and");
            there.awaitLine(" {7}\\| 12:00 {2}" + bob.name() + ": I resign");
            there.awaitLine(" {7}\\| {5}tab שלום 你好 👩‍👧");
            assertThat(there.shownAsNew()).hasSize(1);
        }
        assertThat(alice.run("a\u001b[2Jb", "send", bob.name()).exitCode()).isEqualTo(4);
    }

    @Test
    void peopleAndGroupsAreFoundByWildcards() {
        ConsoleUser alice = ConsoleUser.create("walice", folder);
        ConsoleUser bob = ConsoleUser.create("wbob", folder);
        String odd = "100%_" + alice.name();
        alice.run("", "newgroup", odd, bob.name());
        assertThat(alice.run("", "su", alice.name().substring(0, 4) + "*").lines())
                .contains(alice.name())
                .doesNotContain(bob.name());
        assertThat(alice.run("", "su", "%").lines()).isEmpty();
        assertThat(alice.run("", "sg", "100%_*").lines()).containsExactly(odd);
        assertThat(alice.run("", "sg", "100__*").lines()).isEmpty();
        assertThat(bob.run("", "groups", bob.name()).lines()).containsExactly(odd);
        assertThat(alice.run("", "lu").lines()).contains(alice.name(), bob.name());
        assertThat(alice.run("", "lg").lines()).contains(odd);
    }
}
