package chat262.it.console;

import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.client.Person;
import chat262.it.process.ConsoleProcess;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is typed in a chat is about its room. */
class OpenRoomIT extends ConsoleTest {
    @Test
    void theCommandsOfARoomNeedNoNameInItsChat() {
        ConsoleUser carol = ConsoleUser.create("carol", folder);
        String team = "team-of-" + alice.name();
        try (ConsoleProcess here = alice.console()) {
            here.type("newgroup " + team + " @" + bob.name());
            here.awaitNotice("The group .* is there.*");
            here.type("query #" + team);
            here.awaitLine("-- .*unread --");
            here.type("/members");
            here.awaitLine(alice.name() + " \\(owner\\)");
            here.type("/invite @" + carol.name());
            here.awaitLine(".*" + carol.name() + " joined.*");
            here.type("/role " + carol.name() + " owner");
            here.awaitLine(".*" + carol.name() + " is now owner.*");
            here.type("/kick " + bob.name());
            here.awaitLine(".*" + bob.name() + " was removed.*");
            here.type("/rename " + team + "2");
            here.awaitLine(".*renamed the group to " + team + "2");
            here.type("/history");
            here.awaitLine(".*renamed the group to " + team + "2");
            here.type("/leave");
            here.awaitNotice("You have left " + team + "2.");
            here.type("/join @" + bob.name());
            here.awaitLine("-- chat with " + bob.name() + " --");
            here.type("/members");
            here.awaitNotice("! the chat with " + bob.name() + " is no group: say which GROUP.*");
            here.type(":q");
            here.awaitLine("-- left the chat.*");
            here.type("members");
            here.awaitNotice("! GROUP is missing, and no chat is open.*");
            here.type("hello");
            here.awaitNotice("! there is no command hello;.* To send a message, open a chat first: .*");
        }
    }

    @Test
    void whatIsPipedInIsShownAsStoredBeforeTheEnd() {
        ConsoleProcess.Result piped = alice.run("chat @" + bob.name() + "\nfirst\nlast\n");
        assertThat(piped.exitCode()).as("%s", piped).isZero();
        assertThat(piped.lines()).filteredOn(line -> line.endsWith("you: last")).hasSize(1);
    }

    @Test
    void aSearchFindsAlsoWhatHasNeverArrivedOnThisDevice() {
        alice.send(bob.name(), List.of("The key is under the mat", "nothing else"));
        Person elsewhere = bob.person();
        elsewhere.acknowledge(elsewhere.direct(alice.name()), 2).expect(200);
        try (ConsoleProcess there = bob.chatting(alice.name())) {
            there.type("/search UNDER the");
            there.awaitLine("\\d{4}-\\d\\d-\\d\\d {2}\\d\\d:\\d\\d {2}" + alice.name() + ": The key is under the mat");
            there.type("/search over the");
            there.awaitNotice("-- nothing found");
        }
    }

    @Test
    void aConsoleThatIsStoppedDoesNotKeepOthersFromSending() throws Exception {
        try (ConsoleProcess stopped = alice.chatting(bob.name())) {
            stopped.type("sent before");
            stopped.awaitLine(".*you: sent before");
            signal("-STOP", stopped);
            ConsoleProcess.Result beside = alice.run("", "send", "--timeout", "50", "@" + bob.name(), "sent beside");
            signal("-CONT", stopped);
            assertThat(beside.exitCode()).as("%s", beside).isZero();
            stopped.awaitLine(".*you: sent beside");
        }
        assertThat(alice.log(bob.name())).containsExactly("sent before", "sent beside");
    }

    private static void signal(String signal, ConsoleProcess console) throws Exception {
        assertThat(new ProcessBuilder("kill", signal, String.valueOf(console.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }
}
