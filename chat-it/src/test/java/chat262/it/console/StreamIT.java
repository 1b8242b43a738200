package chat262.it.console;

import static org.assertj.core.api.Assertions.assertThat;

import chat262.api.Paths;
import chat262.it.client.Person;
import chat262.it.process.Await;
import chat262.it.process.ConsoleProcess;
import chat262.it.proxy.Fault;
import chat262.it.proxy.Proxy;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The console on the live stream, and without it. */
class StreamIT extends ConsoleTest {
    private static final int WATCHED_MILLIS = 6_000;

    @Test
    void aConsoleOnTheStreamSendsOverItAsksOnlyWhenSomethingHasChangedAndMissesNothing() throws Exception {
        AtomicInteger lists = new AtomicInteger();
        AtomicInteger sends = new AtomicInteger();
        try (Proxy proxy = Proxy.of(ConsoleServer.url())) {
            proxy.inject((method, path) -> {
                if (method.equals("GET") && path.equals(Paths.BASE + "/rooms")) {
                    lists.incrementAndGet();
                } else if (method.equals("POST") && path.endsWith("/messages")) {
                    sends.incrementAndGet();
                }
                return Fault.NONE;
            });
            readsAndWrites(proxy, lists);
            assertThat(sends).as("messages sent by a call").hasValue(0);
        }
    }

    private void readsAndWrites(Proxy proxy, AtomicInteger lists) throws InterruptedException {
        try (ConsoleProcess there = bob.consoleBy(proxy)) {
            ConsoleUser.chat(there, alice.name());
            Thread.sleep(WATCHED_MILLIS / 2);
            int before = lists.get();
            Thread.sleep(WATCHED_MILLIS);
            assertThat(lists.get() - before)
                    .as("asking twice a second would have been %d times", WATCHED_MILLIS / 500)
                    .isLessThanOrEqualTo(2);
            try (ConsoleProcess here = alice.chatting(bob.name())) {
                here.type("over the stream");
                there.awaitLine(".*: over the stream");
                there.type("and back");
                here.awaitLine(".*: and back");
            }
            Await.until("all is acknowledged", () -> alice.cursorOf(bob.name()) == 2);
        }
    }

    @Test
    void aConsoleThatCanNotHaveTheStreamAsksTwiceASecondInstead() {
        try (Proxy proxy = ConsoleServer.proxy();
                ConsoleProcess there = bob.consoleBy(proxy)) {
            ConsoleUser.chat(there, alice.name());
            alice.send(bob.name(), List.of("over HTTP"));
            there.awaitLine(".*: over HTTP");
            there.type("and back");
            Await.until("all is acknowledged", () -> alice.cursorOf(bob.name()) == 2);
        }
    }

    @Test
    void aConsoleWhoseSessionEndsSaysSoAtOnceAndAsksForALogin() {
        try (ConsoleProcess there = bob.console()) {
            Path elsewhere = folder.resolve("elsewhere");
            String[] login = {"login", bob.name(), "--take-over", "--password-stdin"};
            ConsoleProcess.run(elsewhere, ConsoleServer.url(), Person.PASSWORD, login);
            there.awaitNotice("! Your session has ended.*");
        }
    }
}
