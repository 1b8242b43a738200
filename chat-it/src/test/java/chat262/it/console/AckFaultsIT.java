package chat262.it.console;

import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.process.Await;
import chat262.it.process.ConsoleProcess;
import chat262.it.proxy.Fault;
import chat262.it.proxy.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A process dies, or a fetch or an acknowledgement fails, and every message is still shown once and in order. */
class AckFaultsIT extends ConsoleTest {
    @Test
    void nothingIsAcknowledgedBeforeItIsShownAndWhatWasOnlyJournalledIsShownAfterACrash() {
        try (ConsoleProcess there = bob.console()) {
            send(1, 3);
            there.awaitNotice("-- unread: @" + alice.name());
            assertThat(alice.cursorOf(bob.name())).isZero();
            there.kill();
        }
        assertThat(alice.cursorOf(bob.name())).isZero();
        try (ConsoleProcess there = bob.chatting(alice.name())) {
            there.awaitLine(".*: message 3");
            assertThat(there.shownAsNew()).isEqualTo(fromAlice(1, 3));
            Await.until("all is acknowledged", () -> alice.cursorOf(bob.name()) == 3);
        }
        verify();
    }

    @Test
    void aConsoleKilledWithMessagesUnacknowledgedShowsEachOnceWhenItIsStartedAgain() {
        try (Proxy proxy = ConsoleServer.proxy()) {
            proxy.inject((method, path) -> path.endsWith("/cursor") ? Fault.REQUEST_LOST : Fault.NONE);
            List<String> shown = new ArrayList<>();
            try (ConsoleProcess there = bob.consoleBy(proxy)) {
                ConsoleUser.chat(there, alice.name());
                send(1, 4);
                there.awaitLine(".*: message 4");
                // What is lost from now on acknowledges message 4, which is noted as shown before that.
                int lost = proxy.cuts();
                Await.until("acknowledgements are lost", () -> proxy.cuts() > lost + 1);
                there.kill();
                shown.addAll(there.shownAsNew());
            }
            assertThat(alice.cursorOf(bob.name())).isZero();
            send(5, 6);
            proxy.heal();
            try (ConsoleProcess there = bob.console(proxy.url())) {
                ConsoleUser.chat(there, alice.name());
                there.awaitLine(".*: message 6");
                assertThat(there.lines().stream().filter(line -> line.contains(": message ")))
                        .as("this console shows each once, those from before above the mark")
                        .hasSize(6);
                shown.addAll(there.shownAsNew());
                Await.until("all is acknowledged", () -> alice.cursorOf(bob.name()) == 6);
            }
            assertThat(shown).isEqualTo(fromAlice(1, 6));
            assertThat(ConsoleProcess.run(bob.home(), proxy.url(), "", "verify", alice.name())
                            .exitCode())
                    .isZero();
        }
    }

    @Test
    void aFailedAcknowledgementShowsNothingTwice() {
        try (Proxy proxy = ConsoleServer.proxy();
                ConsoleProcess there = bob.consoleBy(proxy)) {
            ConsoleUser.chat(there, alice.name());
            AtomicInteger turn = new AtomicInteger();
            proxy.inject((method, path) -> !path.endsWith("/cursor")
                    ? Fault.NONE
                    : turn.incrementAndGet() % 2 == 0 ? Fault.ANSWER_LOST : Fault.REQUEST_LOST);
            send(1, 2);
            // One on its way and one answer; after that the list of rooms says that all is acknowledged.
            Await.until("acknowledgements are lost", () -> proxy.cuts() >= 2);
            send(3, 4);
            there.awaitLine(".*: message 4");
            proxy.heal();
            Await.until("all is acknowledged", () -> alice.cursorOf(bob.name()) == 4);
            assertThat(there.shownAsNew()).isEqualTo(fromAlice(1, 4));
        }
    }

    @Test
    void aRoomThatTheServerFailsToReadHoldsUpNoOther() {
        ConsoleUser carol = ConsoleUser.create("carol", folder);
        bob.send(alice.name(), List.of("hello"));
        try (Proxy proxy = ConsoleServer.proxy()) {
            failsToReadWhatBobSays(proxy);
            try (ConsoleProcess here = alice.consoleBy(proxy)) {
                here.type("send " + carol.name() + " for carol");
                here.awaitNotice("-- stored for .*: for carol");
                proxy.heal();
                ConsoleUser.chat(here, bob.name());
                here.awaitLine(".* {2}" + bob.name() + ": hello");
            }
        }
    }

    private void failsToReadWhatBobSays(Proxy proxy) {
        String unreadable = "/rooms/" + alice.direct(bob.name()) + "/messages";
        proxy.inject((method, path) -> method.equals("GET") && path.endsWith(unreadable) ? Fault.FAILED : Fault.NONE);
    }

    @Test
    void aRoomThatTheServerFailsToReadHoldsUpTheAcknowledgementsOfNoOther() {
        ConsoleUser carol = ConsoleUser.create("carol", folder);
        bob.send(alice.name(), List.of("hello"));
        try (Proxy proxy = ConsoleServer.proxy()) {
            failsToReadWhatBobSays(proxy);
            try (ConsoleProcess here = alice.consoleBy(proxy)) {
                ConsoleUser.chat(here, carol.name());
                carol.send(alice.name(), List.of("and hello"));
                here.awaitLine(".* {2}" + carol.name() + ": and hello");
                Await.until("what was shown is acknowledged", () -> carol.cursorOf(alice.name()) == 1);
            }
        }
    }

    @Test
    void aRoomWhoseAcknowledgementFailsHoldsUpThatOfNoOther() {
        ConsoleUser carol = ConsoleUser.create("carol", folder);
        try (Proxy proxy = ConsoleServer.proxy();
                ConsoleProcess here = alice.consoleBy(proxy)) {
            bob.send(alice.name(), List.of("hello"));
            carol.send(alice.name(), List.of("hello"));
            for (ConsoleUser failing : List.of(bob, carol)) { // whichever of the two comes first
                ConsoleUser other = failing == bob ? carol : bob;
                String cursor = "/rooms/" + alice.direct(failing.name()) + "/cursor";
                proxy.inject((method, path) -> path.endsWith(cursor) ? Fault.FAILED : Fault.NONE);
                says(failing, "fails", here);
                long before = other.cursorOf(alice.name());
                says(other, "works", here);
                Await.until("what was shown is acknowledged", () -> other.cursorOf(alice.name()) > before);
                proxy.heal();
            }
        }
    }

    /** Somebody writes to Alice, who has the room open. */
    private void says(ConsoleUser person, String text, ConsoleProcess here) {
        here.type("/chat " + person.name());
        here.awaitLine("-- chat with " + person.name() + " --");
        person.send(alice.name(), List.of(text));
        here.awaitLine(".* {2}" + person.name() + ": " + text);
    }

    private void verify() {
        assertThat(bob.run("", "verify", alice.name()).exitCode()).isZero();
    }
}
