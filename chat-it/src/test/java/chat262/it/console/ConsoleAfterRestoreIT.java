package chat262.it.console;

import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.process.Await;
import chat262.it.process.ConsoleProcess;
import chat262.it.proxy.Fault;
import chat262.it.proxy.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server that was given its backup back, with sessions and epoch as they were: only what it has stored tells of it. One
 * backup and one restore serve all tests; each has people of its own, who did something before and something between.
 */
@ExtendWith(ConsoleServer.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ConsoleAfterRestoreIT {
    private static final String RESTORED = "! The server's history was restored.*";

    @TempDir
    static Path folder;

    private Pair asLong;
    private Pair longer;
    private Pair cutOff;
    private Pair otherRoom;
    private Pair left;
    private ConsoleUser carol;
    private Proxy cutOffProxy;
    private Proxy otherRoomProxy;

    /** Two who write to each other. */
    private record Pair(ConsoleUser alice, ConsoleUser bob) {
        static Pair create() {
            return new Pair(ConsoleUser.create("alice", folder), ConsoleUser.create("bob", folder));
        }

        void say(String... texts) {
            try (ConsoleProcess here = alice.chatting(bob.name())) {
                for (String text : texts) {
                    here.type(text);
                    here.awaitLine(".* {2}you: " + text);
                }
            }
        }

        List<String> log() {
            return bob.log(alice.name());
        }
    }

    @BeforeAll
    void oneRestoreForAll() {
        beforeTheBackup();
        ConsoleServer.server().backUp(folder.resolve("backup"));
        long number = writeForARoomThatGetsLost();
        asLong.say("lost 1", "lost 2");
        longer.say("lost");
        left.say("lost");
        writeBeforeAndAfterTheLinkIsCut();
        ConsoleServer.server().restore(folder.resolve("backup"));
        carol.send(otherRoom.alice.name(), List.of("hello"));
        assertThat(carol.direct(otherRoom.alice.name()))
                .as("the other room has the number of the lost one")
                .isEqualTo(number);
        asLong.bob.send(asLong.alice.name(), List.of("other 1", "other 2"));
        longer.bob.send(longer.alice.name(), List.of("other 1", "other 2"));
        left.bob.send(left.alice.name(), List.of("other"));
        cutOff.bob.run("chat " + cutOff.alice.name() + "\n");
    }

    private void beforeTheBackup() {
        asLong = Pair.create();
        longer = Pair.create();
        cutOff = Pair.create();
        otherRoom = Pair.create();
        left = Pair.create();
        carol = ConsoleUser.create("carol", folder);
        asLong.say("kept");
        longer.say("kept");
        assertThat(left.bob.run("", "newgroup", group(), left.alice.name()).exitCode())
                .isZero();
        assertThat(left.alice.run("", "send", "#" + group(), "in the group").exitCode())
                .isZero();
        assertThat(left.alice.run("", "leave", group()).exitCode()).isZero();
        left.say("kept");
        cutOffProxy = ConsoleServer.proxy();
        cutOff.alice.connectBy(cutOffProxy);
        otherRoomProxy = ConsoleServer.proxy();
        otherRoom.alice.connectBy(otherRoomProxy);
    }

    private String group() {
        return "left-by-" + left.alice.name();
    }

    /** Returns the number of the room, the first that is made after the backup. */
    private long writeForARoomThatGetsLost() {
        try (ConsoleProcess here = otherRoom.alice.console(otherRoomProxy.url())) {
            ConsoleUser.chat(here, otherRoom.bob.name());
            long number = otherRoom.alice.direct(otherRoom.bob.name());
            otherRoomProxy.disconnect();
            here.type("for bob alone");
            here.awaitNotice("-- queued for .*: for bob alone");
            here.kill();
            return number;
        }
    }

    private void writeBeforeAndAfterTheLinkIsCut() {
        try (ConsoleProcess here = cutOff.alice.console(cutOffProxy.url())) {
            ConsoleUser.chat(here, cutOff.bob.name());
            here.type("message 1");
            here.awaitLine(".* {2}you: message 1");
            cutOffProxy.disconnect();
            here.awaitNotice("-- offline: .*");
            here.type("message 2");
            here.awaitNotice("-- queued for .*: message 2");
            here.kill();
        }
    }

    @AfterAll
    void closeTheLinks() {
        cutOffProxy.close();
        otherRoomProxy.close();
    }

    @Test
    void aRestoreIsNoticedAlsoWhenTheLogHasGrownAsLongAsItWas() {
        try (ConsoleProcess here = asLong.alice.console()) {
            here.awaitNotice(RESTORED);
            Await.until("what was lost is sent again", () -> asLong.log().size() == 5);
            assertThat(asLong.log()).containsExactly("kept", "other 1", "other 2", "lost 1", "lost 2");
        }
        assertThat(asLong.alice.run("", "verify", asLong.bob.name()).exitCode()).isZero();
    }

    @Test
    void aRestoreIsNoticedAlsoWhenTheLogHasGrownLongerThanItWas() {
        try (ConsoleProcess here = longer.alice.console()) {
            here.awaitNotice(RESTORED);
            Await.until("what was lost is sent again", () -> longer.log().size() == 4);
            assertThat(longer.log()).containsExactly("kept", "other 1", "other 2", "lost");
        }
    }

    @Test
    void whatTheServerLostIsSentAgainBeforeWhatWasWrittenLater() {
        cutOffProxy.reconnect();
        AtomicInteger lists = new AtomicInteger();
        cutOffProxy.inject((method, path) ->
                path.endsWith("/rooms") && lists.incrementAndGet() <= 3 ? Fault.REQUEST_LOST : Fault.NONE);
        try (ConsoleProcess here = cutOff.alice.console(cutOffProxy.url())) {
            here.awaitNotice(RESTORED);
            Await.until("all is sent", () -> cutOff.log().size() == 2);
            assertThat(cutOff.log()).containsExactly("message 1", "message 2");
        }
    }

    @Test
    void aMessageDoesNotGoToAnotherRoomThatHasTheNumberOfItsOwn() {
        otherRoomProxy.reconnect();
        ConsoleUser alice = otherRoom.alice;
        ConsoleProcess.Result sent = alice.runBy(otherRoomProxy, "", "send", carol.name(), "hello to you");
        assertThat(sent.notices())
                .anyMatch(line -> line.startsWith("! not sent to @" + otherRoom.bob.name() + ": for bob alone")
                        && line.contains("restored from a backup"));
        assertThat(carol.log(alice.name())).containsExactly("hello", "hello to you");
    }

    @Test
    void whatStandsInAGroupThatOneHasLeftIsNotSaidToBeUnsent() {
        try (ConsoleProcess here = left.alice.console()) {
            here.awaitNotice(RESTORED);
            Await.until("what was lost is sent again", () -> left.log().size() == 3);
            Await.until(
                    "nothing waits", () -> left.alice.run("", "outbox").lines().isEmpty());
            assertThat(here.notices()).noneMatch(line -> line.startsWith("! not sent"));
        }
        assertThat(left.bob.run("", "history", "#" + group()).lines())
                .filteredOn(line -> line.contains("in the group"))
                .hasSize(1);
    }
}
