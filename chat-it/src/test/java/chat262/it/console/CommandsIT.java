package chat262.it.console;

import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.client.KeyShape;
import chat262.it.client.Person;
import chat262.it.process.ConsoleProcess;
import chat262.it.process.ProcessResult;
import chat262.it.process.ServerProcess;
import chat262.it.proxy.Proxy;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Single commands, and the prompt. */
@ExtendWith(ConsoleServer.class)
class CommandsIT {
    private static final List<String> ORIGINAL = List.of(
            "help h ?",
            "login l",
            "logout q",
            "newaccount na",
            "delaccount da",
            "newgroup ng",
            "chat c",
            "chatgroup cg",
            "listusers lu",
            "searchusers su",
            "listgroups lg",
            "searchgroups sg",
            "exit");

    @TempDir
    Path folder;

    @Test
    void everyCommandOfTheOriginalIsThereUnderItsLongAndShortNames() {
        try (ConsoleProcess console = ConsoleProcess.start(folder, url())) {
            for (String names : ORIGINAL) {
                for (String name : names.split(" ")) {
                    console.type("help " + name);
                    console.awaitLine(names.split(" ")[0] + "\\b.*");
                    console.type("/help /" + name);
                    console.awaitLine(names.split(" ")[0] + "\\b.*");
                }
            }
            console.type("helo");
            console.awaitNotice("! there is no command helo.*");
            console.type("exit");
            assertThat(console.awaitEnd()).isZero();
        }
    }

    @Test
    void theExitCodeSaysWhatHappened() {
        assertThat(ConsoleProcess.run(folder, url(), "", "rooms").exitCode()).isEqualTo(3);
        assertThat(ConsoleProcess.run(folder, url(), "", "send").exitCode()).isEqualTo(2);
        assertThat(ConsoleProcess.run(folder, url(), "", "nonsense").exitCode()).isEqualTo(2);
        assertThat(ConsoleProcess.run(folder, url(), "", "--server", "nonsense", "rooms")
                        .exitCode())
                .isEqualTo(2);
        assertThat(ConsoleProcess.run(folder, url(), "", "login", "x").exitCode())
                .isEqualTo(2);
        assertThat(ConsoleProcess.run(folder, url(), "wrong", "login", "x", "--password-stdin")
                        .exitCode())
                .isEqualTo(4);
        assertThat(ConsoleProcess.run(folder, url(), "", "--version").lines().get(0))
                .startsWith("262chat ");
        ConsoleUser alice = ConsoleUser.create("alice", folder);
        ConsoleProcess.Result nobody = alice.run("", "send", "nobody-there", "hi");
        assertThat(nobody.exitCode()).isEqualTo(4);
        assertThat(nobody.lines()).isEmpty();
        assertThat(nobody.notices()).anyMatch(line -> line.contains("nobody called nobody-there"));
    }

    @Test
    void theCompletionScriptIsOneThatBashTakes() throws Exception {
        ConsoleProcess.Result script = ConsoleProcess.run(folder, url(), "", "completion");
        assertThat(script.exitCode()).isZero();
        Path file = folder.resolve("completion.bash");
        Files.write(file, script.lines());
        ProcessResult bash = ProcessResult.of(
                "bash",
                "-c",
                "source '" + file + "' && complete -p chat && COMP_WORDS=(chat verif) COMP_CWORD=1"
                        + " && _complete_chat; echo \"${COMPREPLY[@]}\"");
        assertThat(bash.output()).contains("-F _complete_chat").contains("verify");
    }

    @Test
    void aMessageForAServerThatIsNotThereIsKeptAndGoesFirstWhenItIsBack() {
        ConsoleUser alice = ConsoleUser.create("alice", folder);
        ConsoleUser bob = ConsoleUser.create("bob", folder);
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
        ConsoleUser alice = ConsoleUser.create("alice", folder);
        ConsoleUser bob = ConsoleUser.create("bob", folder);
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
        ConsoleUser alice = ConsoleUser.create("alice", folder);
        ConsoleUser bob = ConsoleUser.create("bob", folder);
        ConsoleProcess.Result typed = alice.run("c " + bob.name() + "\none\ntwo\n:q\n");
        assertThat(typed.exitCode()).isZero();
        assertThat(alice.log(bob.name())).containsExactly("one", "two");
    }

    @Test
    void anAccountIsDeletedOnlyWhenItsNameIsGiven() {
        ConsoleUser alice = ConsoleUser.create("alice", folder);
        assertThat(alice.run("", "delaccount").exitCode()).isEqualTo(2);
        assertThat(alice.run("", "delaccount", "--yes", "somebody").exitCode()).isEqualTo(2);
        assertThat(alice.run("", "users", alice.name()).lines()).containsExactly(alice.name());
        assertThat(alice.run("da\n" + alice.name() + "\n").exitCode()).isZero();
        assertThat(alice.run("", "rooms").exitCode()).isEqualTo(3);
        assertThat(ConsoleUser.create("other", folder)
                        .run("", "users", alice.name())
                        .lines())
                .isEmpty();
    }

    @Test
    void aLineThatIsNotTextIsNotSent() {
        ConsoleUser alice = ConsoleUser.create("alice", folder);
        ConsoleUser bob = ConsoleUser.create("bob", folder);
        try (ConsoleProcess console = alice.chatting(bob.name())) {
            console.type(new byte[] {'h', (byte) 0xE9});
            console.awaitNotice("! the input is not UTF-8 text.*");
            console.type("hé");
            console.awaitLine(".* {2}you: hé");
        }
        assertThat(alice.log(bob.name())).containsExactly("hé");
    }

    @Test
    void aServerThatIsNoneOfOursRefusesNothing() {
        URI nothing = URI.create("http://127.0.0.1:" + ServerProcess.freePort());
        ConsoleProcess.Result result =
                ConsoleProcess.run(folder, nothing, Person.PASSWORD, "login", "alice", "--password-stdin");
        assertThat(result.exitCode()).isEqualTo(5);
        assertThat(result.notices()).anyMatch(line -> line.contains("--server URL or CHAT_SERVER"));
    }

    private static URI url() {
        return ConsoleServer.url();
    }

    @Test
    void ackMarksARoomAsReadUpToAMessageOrAsAWhole() {
        ConsoleUser alice = ConsoleUser.create("alice", folder);
        ConsoleUser bob = ConsoleUser.create("bob", folder);
        alice.send(bob.name(), List.of("one", "two", "three"));
        ConsoleProcess.Result one = bob.run("", "ack", alice.name(), "1");
        assertThat(one.exitCode()).as("%s", one).isZero();
        assertThat(one.notices()).containsExactly("@" + alice.name() + " is read up to 1 of 3.");
        assertThat(bob.run("", "unread").lines()).containsExactly("    2  @" + alice.name());
        assertThat(bob.run("", "ack", alice.name()).exitCode()).isZero();
        assertThat(bob.run("", "unread").lines()).isEmpty();
        assertThat(bob.run("", "ack", alice.name(), "4").exitCode())
                .as("beyond the end")
                .isEqualTo(4);
        assertThat(bob.run("", "tail").lines()).isEmpty();
    }

    @Test
    void theKeysOfMessagesBeginWithTheTime() {
        ConsoleUser alice = ConsoleUser.create("alice", folder);
        ConsoleUser bob = ConsoleUser.create("bob", folder);
        alice.run("chat " + bob.name() + "\ntyped\n");
        alice.run("", "send", "@" + bob.name(), "by a command");
        assertThat(alice.keys(bob.name()))
                .hasSize(2)
                .allMatch(KeyShape::isTimed)
                .isSorted();
    }

    @Test
    void theOutboxListsWhatWaitsAndWhatWasRefused() {
        ConsoleUser alice = ConsoleUser.create("alice", folder);
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
    void whatIsLeftOutIsAskedForByName() {
        for (String command : List.of("kick team", "send", "login", "rename team", "history", "invite", "ack")) {
            ConsoleProcess.Result result = ConsoleProcess.run(folder, url(), "", command.split(" "));
            assertThat(result.exitCode()).as("%s: %s", command, result).isEqualTo(2);
            assertThat(result.notices().get(0)).as(command).startsWith("! Missing required parameter");
        }
    }

    @Test
    void aScriptThatIsGivenATokenNeedsNoLogin() {
        ConsoleUser alice = ConsoleUser.create("alice", folder);
        ConsoleUser bob = ConsoleUser.create("bob", folder);
        Path elsewhere = folder.resolve("elsewhere");
        Map<String, String> token = Map.of("CHAT_TOKEN", alice.person().token());
        ConsoleProcess.Result sent =
                ConsoleProcess.run(elsewhere, url(), token, "", "send", bob.name(), "from a script");
        assertThat(sent.exitCode()).as("%s", sent).isZero();
        assertThat(bob.run("", "tail").lines()).singleElement().asString().endsWith(alice.name() + ": from a script");
        assertThat(ConsoleProcess.run(elsewhere, url(), token, "", "login", bob.name())
                        .exitCode())
                .isEqualTo(2);
        assertThat(ConsoleProcess.run(elsewhere, url(), "", "rooms").exitCode())
                .as("the token was not kept as a login")
                .isEqualTo(3);
        ConsoleProcess.Result logout = ConsoleProcess.run(bob.home(), url(), token, "", "logout");
        assertThat(logout.exitCode()).as("%s", logout).isZero();
        assertThat(bob.run("", "rooms").exitCode())
                .as("bob's own login on this device stays")
                .isZero();
        try (Proxy away = ConsoleServer.proxy()) {
            away.disconnect();
            ConsoleProcess.Result kept = ConsoleProcess.run(
                    folder.resolve("new here"), away.url(), token, "", "send", "@" + bob.name(), "from nobody");
            assertThat(kept.exitCode())
                    .as("nobody can say whose it is: %s", kept)
                    .isEqualTo(1);
            assertThat(kept.notices()).singleElement().asString().startsWith("! the message is NOT kept");
        }
        Map<String, String> wrong = Map.of("CHAT_TOKEN", "no-token");
        assertThat(ConsoleProcess.run(elsewhere, url(), wrong, "", "rooms").exitCode())
                .isEqualTo(3);
    }

    @Test
    void theNextCommandThatReachesTheServerDeliversFirstWhatWaitsAndInOrder() {
        ConsoleUser alice = ConsoleUser.create("alice", folder);
        ConsoleUser bob = ConsoleUser.create("bob", folder);
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
        ConsoleUser alice = ConsoleUser.create("alice", folder);
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

    @Test
    void optionsOfTheConsoleAreNotForCommandsAndHelpIsOneOfThem() {
        assertThat(ConsoleProcess.run(folder, url(), "", "--explore", "rooms").exitCode())
                .isEqualTo(2);
        ConsoleProcess.Result help = ConsoleProcess.run(folder, url(), "", "help", "tail");
        assertThat(help.exitCode()).isZero();
        assertThat(help.lines()).anyMatch(line -> line.contains("--ack-after"));
    }
}
