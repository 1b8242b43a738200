package chat262.it.console;

import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.client.Person;
import chat262.it.process.Await;
import chat262.it.process.ConsoleProcess;
import chat262.it.proxy.Fault;
import chat262.it.proxy.Proxy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A process dies or a send gets lost, and every message is still delivered once and in order. */
class FaultsIT extends ConsoleTest {
    @Test
    void aMessageWhoseAnswerIsLostIsStoredOnceAndInItsPlace() {
        try (Proxy proxy = ConsoleServer.proxy();
                ConsoleProcess here = alice.consoleBy(proxy)) {
            ConsoleUser.chat(here, bob.name());
            AtomicInteger lost = new AtomicInteger();
            proxy.inject(
                    (method, path) -> method.equals("POST") && path.endsWith("/messages") && lost.incrementAndGet() <= 3
                            ? Fault.ANSWER_LOST
                            : Fault.NONE);
            here.type("message 1");
            here.type("message 2");
            here.awaitLine(".* {2}you: message 2");
            assertThat(proxy.cuts()).isEqualTo(3);
            assertThat(here.shownAsNew()).containsExactly("you: message 1", "you: message 2");
        }
        try (ConsoleProcess there = bob.chatting(alice.name())) {
            there.awaitLine(".*: message 2");
            assertThat(there.shownAsNew()).isEqualTo(fromAlice(1, 2));
        }
    }

    @Test
    void aMessageWhoseRoomIsStillLookedUpIsNotOvertakenByTheNextOneForThatRoom() {
        try (Proxy proxy = ConsoleServer.proxy();
                ConsoleProcess here = alice.consoleBy(proxy)) {
            ConsoleUser.chat(here, bob.name());
            CountDownLatch lookedUp = new CountDownLatch(1);
            proxy.inject((method, path) -> {
                if (method.equals("POST") && path.endsWith("/messages")) {
                    lookedUp.await(1, TimeUnit.MINUTES); // the first stays under way until the second is there
                }
                if (!path.endsWith("/accounts/" + bob.name())) {
                    return Fault.NONE;
                }
                lookedUp.countDown();
                return Fault.REQUEST_LOST;
            });
            here.type("message 1");
            here.type("/send " + bob.name() + " message 2");
            here.type("message 3");
            here.awaitLine(".* {2}you: message 1");
            int lost = proxy.cuts();
            Await.until("the room is looked up again", () -> proxy.cuts() > lost + 1);
            proxy.heal();
            here.awaitLine(".* {2}you: message 3");
            assertThat(bob.log(alice.name())).isEqualTo(texts(1, 3));
        }
    }

    @Test
    void aNameThatCanNotBeLookedUpHoldsUpOnlyWhatMayBeForIt() {
        ConsoleUser carol = ConsoleUser.create("carol", folder);
        try (Proxy proxy = ConsoleServer.proxy();
                ConsoleProcess here = alice.consoleBy(proxy)) {
            proxy.inject(
                    (method, path) -> path.endsWith("/accounts/" + carol.name()) ? Fault.REQUEST_LOST : Fault.NONE);
            here.type("send " + carol.name() + " for carol");
            Await.until("her room is looked for", () -> proxy.cuts() > 0);
            here.type("send " + bob.name() + " message 1");
            here.awaitNotice("-- stored for .*: message 1");
            ConsoleUser.chat(here, bob.name());
            here.type("message 2");
            here.awaitNotice("-- stored for .*: message 2");
            proxy.heal();
            here.awaitNotice("-- stored for .*: for carol");
        }
        assertThat(bob.log(alice.name())).isEqualTo(texts(1, 2));
        assertThat(carol.log(alice.name())).containsExactly("for carol");
    }

    @Test
    void aMessageWhoseReceiptCanNotBeNotedIsSaidToBeKeptAndIsThereOnce() throws IOException {
        try (Proxy proxy = ConsoleServer.proxy()) {
            alice.connectBy(proxy);
            assertThat(alice.runBy(proxy, "", "send", bob.name(), "first").exitCode())
                    .isZero();
            List<Path> locks;
            try (Stream<Path> files = Files.walk(alice.home())) {
                locks = files.filter(file -> file.endsWith("outbox.lock")).toList();
            }
            proxy.inject((method, path) -> {
                if (method.equals("POST") && path.endsWith("/messages")) {
                    locks.forEach(FaultsIT::putFolderInPlaceOf);
                }
                return Fault.NONE;
            });
            ConsoleProcess.Result sent = alice.runBy(proxy, "", "send", bob.name(), "second");
            assertThat(sent.exitCode()).as("%s", sent).isEqualTo(6);
            assertThat(sent.notices()).anyMatch(line -> line.contains("the message is kept"));

            proxy.heal();
            for (Path lock : locks) {
                Files.delete(lock);
            }
            assertThat(alice.runBy(proxy, "", "rooms").notices())
                    .contains("-- 1 of 1 that waited to be sent are delivered or refused");
            assertThat(bob.log(alice.name())).containsExactly("first", "second");
        }
    }

    private static void putFolderInPlaceOf(Path file) {
        try {
            Files.delete(file);
            Files.createDirectory(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void aConsoleThatWasLoggedOutLeavesWhatWaitsToOthers() {
        try (ConsoleProcess here = alice.chatting(bob.name())) {
            assertThat(alice.run(Person.PASSWORD, "login", alice.name(), "--take-over", "--password-stdin")
                            .exitCode())
                    .isZero();
            here.awaitNotice("! Your session has ended.*");
            here.type("for later");
            here.awaitNotice("-- queued for .*: for later");
            assertThat(alice.run("", "rooms").notices())
                    .contains("-- 1 of 1 that waited to be sent are delivered or refused");
            assertThat(bob.log(alice.name())).containsExactly("for later");
        }
    }

    @Test
    void aCommandDeliversWhatWaitsAlsoBehindANameThatCanNotBeLookedUp() {
        ConsoleUser carol = ConsoleUser.create("carol", folder);
        try (Proxy proxy = ConsoleServer.proxy()) {
            alice.connectBy(proxy);
            proxy.disconnect();
            alice.runBy(proxy, "", "send", carol.name(), "for carol");
            alice.runBy(proxy, "", "send", bob.name(), "message 1");
            proxy.reconnect();
            proxy.inject(
                    (method, path) -> path.endsWith("/accounts/" + carol.name()) ? Fault.REQUEST_LOST : Fault.NONE);
            assertThat(alice.runBy(proxy, "", "rooms").notices())
                    .anyMatch(said -> said.startsWith("-- 1 of 2 that waited to be sent are delivered or refused ("));
            assertThat(bob.log(alice.name())).isEqualTo(texts(1, 1));
        }
    }

    @Test
    void messagesOfAConsoleThatDiedOfflineAreStoredOnceAndInOrderByTheNext() {
        try (Proxy proxy = ConsoleServer.proxy()) {
            try (ConsoleProcess here = alice.consoleBy(proxy)) {
                ConsoleUser.chat(here, bob.name());
                here.type("message 1");
                here.awaitLine(".* {2}you: message 1");
                proxy.disconnect();
                here.type("message 2");
                here.awaitNotice("-- offline: .*");
                here.type("message 3");
                here.awaitNotice("-- queued for .*: message 3");
                here.kill();
            }
            proxy.reconnect();
            try (ConsoleProcess here = alice.console(proxy.url())) {
                ConsoleUser.chat(here, bob.name());
                here.type("message 4");
                here.awaitLine(".* {2}you: message 4");
            }
            assertThat(bob.log(alice.name())).isEqualTo(texts(1, 4));
        }
    }

    @Test
    void aServerKilledWhileMessagesComeInHasEachOnceWhenItIsBackAndTheConsolesGoOnByThemselves() {
        try (ConsoleProcess here = alice.chatting(bob.name());
                ConsoleProcess there = bob.chatting(alice.name())) {
            for (int i = 1; i <= 5; i++) {
                here.type("message " + i);
            }
            ConsoleServer.server().kill();
            for (int i = 6; i <= 10; i++) {
                here.type("message " + i);
            }
            ConsoleServer.server().start();
            here.awaitLine(".* {2}you: message 10");
            there.awaitLine(".*: message 10");
            assertThat(there.shownAsNew()).isEqualTo(fromAlice(1, 10));
            assertThat(here.shownAsNew())
                    .isEqualTo(texts(1, 10).stream().map(text -> "you: " + text).toList());
            assertThat(alice.log(bob.name())).isEqualTo(texts(1, 10));
        }
    }

    @Test
    void aConsoleThatCrashedDoesNotLockItsOwnerOut() {
        bob.console().kill();
        Path elsewhere = folder.resolve("elsewhere");
        URI url = ConsoleServer.url();
        String[] login = {"login", bob.name(), "--password-stdin"};
        assertThat(ConsoleProcess.run(elsewhere, url, Person.PASSWORD, login).exitCode())
                .isEqualTo(4);
        try (ConsoleProcess old = bob.console();
                ConsoleProcess other = ConsoleProcess.start(elsewhere, url)) {
            other.type("login " + bob.name());
            other.type(Person.PASSWORD);
            other.type("y");
            other.awaitNotice("-- connected");
            old.awaitNotice("! Your session has ended.*");
            assertThat(bob.run("", "rooms").exitCode()).isEqualTo(3);
            old.type("login " + bob.name());
            old.type(Person.PASSWORD);
            old.type("y");
            old.awaitNotice("-- connected");
        }
        assertThat(bob.run(Person.PASSWORD, login).exitCode())
                .as("on the device that has the session already")
                .isZero();
    }
}
