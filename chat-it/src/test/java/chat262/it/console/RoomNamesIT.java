package chat262.it.console;

import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.process.ConsoleProcess;
import chat262.it.proxy.Proxy;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a name means: a person, a group, or it has to be made clear. */
class RoomNamesIT extends ConsoleTest {
    @Test
    void aNameThatIsAPersonAndAGroupHasToBeMadeClear() {
        assertThat(alice.run("", "newgroup", bob.name(), bob.name()).exitCode()).isZero();
        for (String command : List.of("send", "tail", "history", "export")) {
            ConsoleProcess.Result unclear = alice.run("hi", command, bob.name());
            assertThat(unclear.exitCode()).as("%s", unclear).isEqualTo(4);
            assertThat(unclear.lines()).isEmpty();
            assertThat(unclear.notices())
                    .anyMatch(line -> line.contains("write @" + bob.name() + " or #" + bob.name()));
        }
        for (String command : List.of("send", "tail", "history", "export")) {
            for (String which : List.of("#", "@")) {
                assertThat(alice.run("hi", command, which + bob.name()).exitCode())
                        .as(command + which)
                        .isZero();
            }
        }
        assertThat(alice.log(bob.name())).containsExactly("hi");
    }

    @Test
    void theRoomWithADeletedAccountHasANumberForAName() {
        bob.send(alice.name(), List.of("so long"));
        String name = "@(deleted)" + bob.direct(alice.name());
        assertThat(bob.run("", "delaccount", "--yes", bob.name()).exitCode()).isZero();
        assertThat(alice.run("", "rooms").lines()).singleElement().asString().endsWith("  " + name);
        assertThat(alice.run("", "history", name).lines())
                .singleElement()
                .asString()
                .endsWith(": so long");
        assertThat(alice.run("", "ack", name).exitCode()).isZero();
        try (ConsoleProcess console = alice.console()) {
            console.type("chat " + name);
            console.awaitLine("-- chat with " + Pattern.quote(name.substring(1)) + " --");
            console.awaitLine(".*<Account Deleted>: so long");
        }
        assertThat(alice.run("", "history", "@(deleted)999999999").exitCode()).isEqualTo(4);
    }

    @Test
    void aNameThatWasNeverSeenIsKeptWithoutTheServerAndLookedUpWhenItIsBack() {
        try (Proxy proxy = ConsoleServer.proxy()) {
            alice.connectBy(proxy);
            proxy.disconnect();
            for (String name : List.of(bob.name(), "no-such-name")) {
                ConsoleProcess.Result kept = alice.runBy(proxy, "", "send", name, "for " + name);
                assertThat(kept.exitCode()).isEqualTo(5);
                assertThat(kept.notices())
                        .singleElement()
                        .satisfies(line -> assertThat(line)
                                .contains("the message is kept")
                                .endsWith("who or what " + name + " is will be looked up then"));
            }
            proxy.reconnect();
            ConsoleProcess.Result next = alice.runBy(proxy, "", "send", "@" + bob.name(), "later");
            assertThat(next.exitCode()).isZero();
            assertThat(next.notices())
                    .singleElement()
                    .satisfies(line -> assertThat(line)
                            .startsWith("! not sent to no-such-name: for no-such-name")
                            .contains("nobody called no-such-name"));
        }
        assertThat(alice.log(bob.name())).containsExactly("for " + bob.name(), "later");
    }
}
