package chat262.it.console;

import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.client.FaultyLink;
import chat262.it.process.ConsoleProcess;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A server that was given its backup back, with sessions and epoch as they were: only what it has stored tells of it. */
@ExtendWith(ConsoleServer.class)
class RestoreIT {
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
    void aMessageDoesNotGoToAnotherRoomThatHasTheNumberOfItsOwn() {
        Person carol = Person.create("carol", folder);
        try (FaultyLink link = new FaultyLink(ConsoleServer.server().url())) {
            alice.logInBy(link);
            ConsoleServer.backUp(backup);
            long number;
            try (ConsoleProcess here = alice.console(link.url())) {
                Person.chat(here, bob.name());
                number = alice.direct(bob.name()).id();
                link.cut();
                here.type("for bob alone");
                here.awaitNotice("-- queued for .*: for bob alone");
                here.kill();
            }
            ConsoleServer.restore(backup);
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
}
