package chat262.it.console;

import static org.assertj.core.api.Assertions.assertThat;

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

/** Single commands, and the prompt. */
class CommandsIT extends ConsoleTest {
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

    @Test
    void everyCommandOfTheOriginalIsThereUnderItsLongAndShortNames() {
        try (ConsoleProcess console = ConsoleProcess.start(folder, ConsoleServer.url())) {
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
            assertThat(console.awaitEnd()).as("a line failed").isEqualTo(2);
        }
    }

    @Test
    void theExitCodeSaysWhatHappened() {
        assertThat(ConsoleProcess.run(folder, ConsoleServer.url(), "", "rooms").exitCode())
                .isEqualTo(3);
        assertThat(ConsoleProcess.run(folder, ConsoleServer.url(), "", "nonsense")
                        .exitCode())
                .isEqualTo(2);
        assertThat(ConsoleProcess.run(folder, ConsoleServer.url(), "", "--server", "nonsense", "rooms")
                        .exitCode())
                .isEqualTo(2);
        assertThat(ConsoleProcess.run(folder, ConsoleServer.url(), "", "login", "x")
                        .exitCode())
                .isEqualTo(2);
        assertThat(ConsoleProcess.run(folder, ConsoleServer.url(), "wrong", "login", "x", "--password-stdin")
                        .exitCode())
                .isEqualTo(4);
        assertThat(ConsoleProcess.run(folder, ConsoleServer.url(), "", "--version")
                        .lines()
                        .get(0))
                .startsWith("262chat ");
        ConsoleProcess.Result nobody = alice.run("", "send", "nobody-there", "hi");
        assertThat(nobody.exitCode()).isEqualTo(4);
        assertThat(nobody.lines()).isEmpty();
        assertThat(nobody.notices()).anyMatch(line -> line.contains("nobody called nobody-there"));
    }

    @Test
    void theCompletionScriptIsOneThatBashTakes() throws Exception {
        ConsoleProcess.Result script = ConsoleProcess.run(folder, ConsoleServer.url(), "", "completion");
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
    void anAccountIsDeletedOnlyWhenItsNameIsGiven() {
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
    void aServerThatIsNoneOfOursRefusesNothing() {
        URI nothing = URI.create("http://127.0.0.1:" + ServerProcess.freePort());
        ConsoleProcess.Result result =
                ConsoleProcess.run(folder, nothing, Person.PASSWORD, "login", "alice", "--password-stdin");
        assertThat(result.exitCode()).isEqualTo(5);
        assertThat(result.notices()).anyMatch(line -> line.contains("--server URL or CHAT_SERVER"));
    }

    @Test
    void ackMarksARoomAsReadUpToAMessageOrAsAWhole() {
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
    void whatIsLeftOutIsAskedForByName() {
        for (String command : List.of("kick team", "send", "login", "rename team", "history", "invite", "ack")) {
            ConsoleProcess.Result result = ConsoleProcess.run(folder, ConsoleServer.url(), "", command.split(" "));
            assertThat(result.exitCode()).as("%s: %s", command, result).isEqualTo(2);
            assertThat(result.notices().get(0))
                    .as(command)
                    .matches("! .*(GROUP|NAME|ROOM|NEWNAME).*")
                    .doesNotContain("parameter");
        }
    }

    @Test
    void aScriptThatIsGivenATokenNeedsNoLogin() {
        Path elsewhere = folder.resolve("elsewhere");
        Map<String, String> token = Map.of("CHAT_TOKEN", alice.person().token());
        ConsoleProcess.Result sent =
                ConsoleProcess.run(elsewhere, ConsoleServer.url(), token, "", "send", bob.name(), "from a script");
        assertThat(sent.exitCode()).as("%s", sent).isZero();
        assertThat(bob.run("", "tail").lines()).singleElement().asString().endsWith(alice.name() + ": from a script");
        assertThat(ConsoleProcess.run(elsewhere, ConsoleServer.url(), token, "", "login", bob.name())
                        .exitCode())
                .isEqualTo(2);
        assertThat(ConsoleProcess.run(elsewhere, ConsoleServer.url(), "", "rooms")
                        .exitCode())
                .as("the token was not kept as a login")
                .isEqualTo(3);
        ConsoleProcess.Result logout = ConsoleProcess.run(bob.home(), ConsoleServer.url(), token, "", "logout");
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
        assertThat(ConsoleProcess.run(elsewhere, ConsoleServer.url(), wrong, "", "rooms")
                        .exitCode())
                .isEqualTo(3);
    }

    @Test
    void optionsOfTheConsoleAreNotForCommandsAndHelpIsOneOfThem() {
        assertThat(ConsoleProcess.run(folder, ConsoleServer.url(), "", "--explore", "rooms")
                        .exitCode())
                .isEqualTo(2);
        ConsoleProcess.Result help = ConsoleProcess.run(folder, ConsoleServer.url(), "", "help", "tail");
        assertThat(help.exitCode()).isZero();
        assertThat(help.lines()).anyMatch(line -> line.contains("--ack-after"));
        ConsoleProcess.Result nosuch = ConsoleProcess.run(folder, ConsoleServer.url(), "", "help", "nosuch");
        assertThat(nosuch.exitCode()).isEqualTo(2);
        assertThat(nosuch.notices().get(0)).isEqualTo("! there is no command nosuch");
    }
}
