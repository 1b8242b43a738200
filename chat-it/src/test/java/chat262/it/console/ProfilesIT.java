package chat262.it.console;

import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.client.Person;
import chat262.it.process.ConsoleProcess;
import chat262.it.process.ServerProcess;
import chat262.it.proxy.Proxy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The config file and its profiles. */
class ProfilesIT extends ConsoleTest {
    @Test
    void twoProfilesOnOneServerAreTwoPeopleAndWhoHasNoneIsAThird() throws IOException {
        ConsoleUser carol = ConsoleUser.create("carol", folder);
        write(carol.home().resolve("config/chat/config.properties"), "work.theme = dark", "home.theme = light");
        logIn(carol, "work", alice);
        logIn(carol, "home", bob);
        assertThat(carol.run("", "-P", "work", "send", bob.name(), "from alice").exitCode())
                .isZero();
        assertThat(carol.run("", "send", bob.name(), "from carol").exitCode()).isZero();
        assertThat(carol.run("", "tail", "--profile", "home").lines())
                .extracting(line -> line.substring(line.lastIndexOf("  ") + 2))
                .containsExactlyInAnyOrder(alice.name() + ": from alice", carol.name() + ": from carol");
        assertThat(carol.run("", "-P", "work", "logout").exitCode()).isZero();
        assertThat(carol.run("", "-P", "work", "rooms").exitCode()).isEqualTo(3);
        assertThat(carol.run("", "-P", "home", "rooms").exitCode()).isZero();
        assertThat(carol.run("", "rooms").exitCode()).isZero();
    }

    private static void logIn(ConsoleUser where, String profile, ConsoleUser who) {
        ConsoleProcess.Result login =
                where.run(Person.PASSWORD, "login", "-P", profile, who.name(), "--take-over", "--password-stdin");
        assertThat(login.exitCode()).as("%s", login).isZero();
    }

    @Test
    void whatAProfileHasWaitingIsSentByThatProfileAlone() throws IOException {
        write(alice.home().resolve("config/chat/config.properties"), "work.theme = dark");
        try (Proxy proxy = ConsoleServer.proxy()) {
            alice.connectBy(proxy);
            assertThat(alice.runBy(
                                    proxy,
                                    Person.PASSWORD,
                                    "-P",
                                    "work",
                                    "login",
                                    bob.name(),
                                    "--take-over",
                                    "--password-stdin")
                            .exitCode())
                    .isZero();
            proxy.disconnect();
            assertThat(alice.runBy(proxy, "", "-P", "work", "send", alice.name(), "kept")
                            .exitCode())
                    .isEqualTo(5);
            assertThat(alice.runBy(proxy, "", "doctor").lines()).contains("ok  nothing waits to be sent");
            assertThat(alice.runBy(proxy, "", "-P", "work", "doctor").lines())
                    .anyMatch(line -> line.startsWith("!!  1 message waits"));
        }
    }

    @Test
    void aConfigFileThatIsWrongIsToldAndEndsWithTwo() throws IOException {
        Path home = folder.resolve("dave");
        Path file = folder.resolve("my.properties");
        write(file, "server = http://127.0.0.1:" + ServerProcess.freePort(), "bel = all");
        for (List<String> command : List.of(List.of("rooms"), List.<String>of())) {
            List<String> all = new ArrayList<>(List.of("--config", file.toString()));
            all.addAll(command);
            ConsoleProcess.Result result =
                    ConsoleProcess.run(home, ConsoleServer.url(), "", all.toArray(String[]::new));
            assertThat(result.exitCode()).isEqualTo(2);
            assertThat(result.notices())
                    .singleElement()
                    .satisfies(
                            line -> assertThat(line).startsWith("! " + file + ": the key bel is not known. Keys are "));
        }
        ConsoleProcess.Result unknown = ConsoleProcess.run(home, ConsoleServer.url(), "", "-P", "nowhere", "rooms");
        assertThat(unknown.exitCode()).isEqualTo(2);
        assertThat(unknown.notices())
                .singleElement()
                .satisfies(line -> assertThat(line).startsWith("! there is no profile nowhere in "));
        assertThat(ConsoleProcess.run(home, ConsoleServer.url(), "", "--config", file.toString(), "--help")
                        .exitCode())
                .isZero();
    }

    private static void write(Path file, String... lines) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, List.of(lines));
    }
}
