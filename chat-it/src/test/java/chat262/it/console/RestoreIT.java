package chat262.it.console;

import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.client.FaultyLink;
import chat262.it.process.ConsoleProcess;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A server that was given its backup back, with sessions and epoch as they were: only what it has stored tells of it. */
@ExtendWith(ConsoleServer.class)
class RestoreIT {
    private static final String RESTORED = "! The server's history was restored.*";

    @TempDir
    Path folder;

    private Person alice;
    private Person bob;
    private Path backup;

    @BeforeEach
    void people() {
        alice = Person.create("alice", folder);
        bob = Person.create("bob", folder);
        backup = folder.resolve("backup");
    }

    @Test
    void aRestoreIsNoticedAlsoWhenTheLogHasGrownAsLongAsItWas() {
        say("kept");
        ConsoleServer.server().backUp(backup);
        say("lost 1", "lost 2");
        ConsoleServer.server().restore(backup);
        bob.send(alice.name(), List.of("other 1", "other 2"));
        try (ConsoleProcess here = alice.console()) {
            here.awaitNotice(RESTORED);
            Await.until("what was lost is sent again", () -> log().size() == 5);
            assertThat(log()).containsExactly("kept", "other 1", "other 2", "lost 1", "lost 2");
        }
        assertThat(alice.run("", "verify", bob.name()).exitCode()).isZero();
    }

    @Test
    void aRestoreIsNoticedAlsoWhenTheLogHasGrownLongerThanItWas() {
        say("kept");
        ConsoleServer.server().backUp(backup);
        say("lost");
        ConsoleServer.server().restore(backup);
        bob.send(alice.name(), List.of("other 1", "other 2"));
        try (ConsoleProcess here = alice.console()) {
            here.awaitNotice(RESTORED);
            Await.until("what was lost is sent again", () -> log().size() == 4);
            assertThat(log()).containsExactly("kept", "other 1", "other 2", "lost");
        }
    }

    @Test
    void whatTheServerLostIsSentAgainBeforeWhatWasWrittenLater() {
        try (FaultyLink link = new FaultyLink(ConsoleServer.server().url())) {
            alice.logInBy(link);
            ConsoleServer.server().backUp(backup);
            try (ConsoleProcess here = alice.console(link.url())) {
                Person.chat(here, bob.name());
                here.type("message 1");
                here.awaitLine(".* {2}you: message 1");
                link.cut();
                here.awaitNotice("-- offline: .*");
                here.type("message 2");
                here.awaitNotice("-- queued for .*: message 2");
                here.kill();
            }
            ConsoleServer.server().restore(backup);
            bob.run("chat " + alice.name() + "\n");
            link.join();
            AtomicInteger lists = new AtomicInteger();
            link.loses((method, path) -> path.endsWith("/rooms") && lists.incrementAndGet() <= 3
                    ? FaultyLink.Fate.REQUEST_LOST
                    : FaultyLink.Fate.PASSES);
            try (ConsoleProcess here = alice.console(link.url())) {
                here.awaitNotice(RESTORED);
                Await.until("all is sent", () -> log().size() == 2);
                assertThat(log()).containsExactly("message 1", "message 2");
            }
        }
    }

    @Test
    void aMessageDoesNotGoToAnotherRoomThatHasTheNumberOfItsOwn() {
        Person carol = Person.create("carol", folder);
        try (FaultyLink link = new FaultyLink(ConsoleServer.server().url())) {
            alice.logInBy(link);
            ConsoleServer.server().backUp(backup);
            long number;
            try (ConsoleProcess here = alice.console(link.url())) {
                Person.chat(here, bob.name());
                number = alice.direct(bob.name()).id();
                link.cut();
                here.type("for bob alone");
                here.awaitNotice("-- queued for .*: for bob alone");
                here.kill();
            }
            ConsoleServer.server().restore(backup);
            carol.send(alice.name(), List.of("hello"));
            assertThat(carol.direct(alice.name()).id())
                    .as("the other room has the number of the lost one")
                    .isEqualTo(number);
            link.join();
            ConsoleProcess.Result sent = alice.runBy(link, "", "send", carol.name(), "hello to you");
            assertThat(sent.notices())
                    .anyMatch(line -> line.startsWith("! not sent to @" + bob.name() + ": for bob alone")
                            && line.contains("restored from a backup"));
            assertThat(carol.log(alice.name())).containsExactly("hello", "hello to you");
        }
    }

    @Test
    void whatStandsInAGroupThatOneHasLeftIsNotSaidToBeUnsent() {
        String group = "left-by-" + alice.name();
        assertThat(bob.run("", "newgroup", group, alice.name()).exitCode()).isZero();
        assertThat(alice.run("", "send", "#" + group, "in the group").exitCode())
                .isZero();
        assertThat(alice.run("", "leave", group).exitCode()).isZero();
        say("kept");
        ConsoleServer.server().backUp(backup);
        say("lost");
        ConsoleServer.server().restore(backup);
        bob.send(alice.name(), List.of("other"));
        try (ConsoleProcess here = alice.console()) {
            here.awaitNotice(RESTORED);
            Await.until("what was lost is sent again", () -> log().size() == 3);
            Await.until("nothing waits", () -> alice.run("", "outbox").lines().isEmpty());
            assertThat(here.notices()).noneMatch(line -> line.startsWith("! not sent"));
        }
        assertThat(bob.run("", "history", "#" + group).lines())
                .filteredOn(line -> line.contains("in the group"))
                .hasSize(1);
    }

    private void say(String... texts) {
        try (ConsoleProcess here = alice.chatting(bob.name())) {
            for (String text : texts) {
                here.type(text);
                here.awaitLine(".* {2}you: " + text);
            }
        }
    }

    private List<String> log() {
        return bob.log(alice.name());
    }
}
