package chat262.it.console;

import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.client.KeyShape;
import chat262.it.process.ConsoleProcess;
import chat262.it.proxy.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What commands send, and what waits until it can be sent. */
class OutboxCommandsIT extends ConsoleTest {
    @Test
    void aMessageForAServerThatIsNotThereIsKeptAndGoesFirstWhenItIsBack() {
        try (Proxy proxy = ConsoleServer.proxy()) {
            alice.connectBy(proxy);
            proxy.disconnect();
            assertThat(alice.runBy(proxy, "", "send", bob.name(), "first").exitCode())
                    .isEqualTo(5);
            assertThat(alice.runBy(proxy, "", "send", "@" + bob.name(), "second")
                            .exitCode())
                    .isEqualTo(5);
            proxy.reconnect();
            assertThat(alice.runBy(proxy, "", "send", bob.name(), "third").exitCode())
                    .isZero();
        }
        ConsoleProcess.Result history = bob.run("", "history", alice.name());
        assertThat(history.exitCode()).as("%s", history).isZero();
        assertThat(history.lines())
                .as("%s", history)
                .extracting(line -> line.substring(7))
                .containsExactly(alice.name() + ": first", alice.name() + ": second", alice.name() + ": third");
    }

    @Test
    void aSendBesideAnOpenConsoleIsDeliveredByItAndASecondConsoleIsRefused() {
        try (ConsoleProcess console = alice.chatting(bob.name())) {
            assertThat(alice.run("", "send", bob.name(), "from beside").exitCode())
                    .isZero();
            console.awaitLine(".* {2}you: from beside");
            ConsoleProcess.Result second = alice.run("");
            assertThat(second.exitCode()).isEqualTo(1);
            assertThat(second.notices()).anyMatch(line -> line.contains("another console"));
        }
    }

    @Test
    void theEndOfTheInputDeliversWhatWasTyped() {
        ConsoleProcess.Result typed = alice.run("c " + bob.name() + "\none\ntwo\n:q\n");
        assertThat(typed.exitCode()).isZero();
        assertThat(alice.log(bob.name())).containsExactly("one", "two");
    }

    @Test
    void aLineThatIsNotTextIsNotSent() {
        try (ConsoleProcess console = alice.chatting(bob.name())) {
            console.type(new byte[] {'h', (byte) 0xE9});
            console.awaitNotice("! the input is not UTF-8 text.*");
            console.type("hé");
            console.awaitLine(".* {2}you: hé");
        }
        assertThat(alice.log(bob.name())).containsExactly("hé");
    }

    @Test
    void theKeysOfMessagesBeginWithTheTime() {
        alice.run("chat " + bob.name() + "\ntyped\n");
        alice.run("", "send", "@" + bob.name(), "by a command");
        assertThat(alice.keys(bob.name()))
                .hasSize(2)
                .allMatch(KeyShape::isTimed)
                .isSorted();
    }

    @Test
    void theOutboxListsWhatWaitsAndWhatWasRefused() {
        ConsoleProcess.Result refused = alice.run("", "send", "@" + alice.name(), "to", "myself");
        assertThat(refused.exitCode()).as("%s", refused).isEqualTo(4);
        assertThat(alice.run("", "outbox").lines()).singleElement().asString().contains("to myself", "refused: ");
        assertThat(alice.run("", "outbox", "--json").lines())
                .singleElement()
                .asString()
                .startsWith("{")
                .contains("\"body\":\"to myself\"", "\"state\":\"REFUSED\"");
    }

    @Test
    void theNextCommandThatReachesTheServerDeliversFirstWhatWaitsAndInOrder() {
        try (Proxy proxy = ConsoleServer.proxy()) {
            alice.connectBy(proxy);
            proxy.disconnect();
            for (String text : List.of("first", "second", "third")) {
                assertThat(alice.runBy(proxy, "", "send", "@" + bob.name(), text)
                                .exitCode())
                        .isEqualTo(5);
            }
            assertThat(alice.runBy(proxy, "", "rooms").exitCode()).isEqualTo(5);
            proxy.reconnect();
            ConsoleProcess.Result rooms = alice.runBy(proxy, "", "rooms");
            assertThat(rooms.exitCode()).as("%s", rooms).isZero();
            assertThat(rooms.notices()).containsExactly("-- 3 of 3 that waited to be sent are delivered or refused");
            assertThat(rooms.lines()).containsExactly("    0  @" + bob.name());
            assertThat(alice.runBy(proxy, "", "rooms").notices()).isEmpty();
        }
        assertThat(bob.log(alice.name())).containsExactly("first", "second", "third");
    }

    @Test
    void whatWaitsDoesNotHoldUpACommandThatCanNotSendIt() throws Exception {
        alice.run("", "rooms"); // makes the account's folder
        Path account = Files.walk(alice.home())
                .filter(path -> path.endsWith("outbox"))
                .findFirst()
                .orElseThrow()
                .getParent();
        Files.delete(account.resolve("outbox"));
        Files.createDirectory(account.resolve("outbox")); // an outbox that can't be opened
        ConsoleProcess.Result rooms = alice.run("", "rooms");
        assertThat(rooms.exitCode()).as("%s", rooms).isZero();
        assertThat(rooms.notices()).singleElement().asString().startsWith("! whether messages wait");
    }
}
