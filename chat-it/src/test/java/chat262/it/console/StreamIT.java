package chat262.it.console;

import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.client.FaultyLink;
import chat262.it.process.ConsoleProcess;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The console on the live stream, and without it. */
@ExtendWith(ConsoleServer.class)
class StreamIT {
    private static final int WATCHED_MILLIS = 6_000;

    @TempDir
    Path folder;

    private Person alice;
    private Person bob;

    @BeforeEach
    void people() {
        alice = Person.create("alice", folder);
        bob = Person.create("bob", folder);
    }

    @Test
    void aConsoleOnTheStreamAsksOnlyWhenSomethingHasChangedAndMissesNothing() throws Exception {
        try (CountingRelay relay = new CountingRelay(ConsoleServer.server().url());
                ConsoleProcess there = consoleBy(relay)) {
            Person.chat(there, alice.name());
            Thread.sleep(WATCHED_MILLIS / 2);
            int before = relay.requests();
            Thread.sleep(WATCHED_MILLIS);
            assertThat(relay.requests() - before)
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

    private ConsoleProcess consoleBy(CountingRelay relay) throws IOException {
        ConsoleProcess.Result login = ConsoleProcess.run(
                bob.home(), relay.url(), Person.PASSWORD, "login", bob.name(), "--take-over", "--password-stdin");
        assertThat(login.exitCode()).as("%s", login).isZero();
        return bob.console(relay.url());
    }

    @Test
    void aConsoleThatCanNotHaveTheStreamAsksTwiceASecondInstead() {
        try (FaultyLink link = new FaultyLink(ConsoleServer.server().url()); // which passes no WebSocket on
                ConsoleProcess there = bob.consoleBy(link)) {
            Person.chat(there, alice.name());
            alice.send(bob.name(), java.util.List.of("over HTTP"));
            there.awaitLine(".*: over HTTP");
            Await.until("all is acknowledged", () -> alice.cursorOf(bob.name()) == 1);
        }
    }

    @Test
    void aConsoleWhoseSessionEndsSaysSoAtOnceAndAsksForALogin() {
        try (ConsoleProcess there = bob.console()) {
            Path elsewhere = folder.resolve("elsewhere");
            String[] login = {"login", bob.name(), "--take-over", "--password-stdin"};
            ConsoleProcess.run(elsewhere, ConsoleServer.server().url(), Person.PASSWORD, login);
            there.awaitNotice("! Your session has ended.*");
        }
    }
}
