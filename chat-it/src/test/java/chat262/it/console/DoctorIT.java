package chat262.it.console;

import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.client.FaultyLink;
import chat262.it.process.ConsoleProcess;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What {@code doctor} finds. */
@ExtendWith(ConsoleServer.class)
class DoctorIT {
    @TempDir
    Path folder;

    @Test
    void aDeviceThatIsWellIsToldSo() {
        Person alice = Person.create("alice", folder);
        Person bob = Person.create("bob", folder);
        alice.send(bob.name(), List.of("hello"));
        assertThat(bob.run("", "tail").exitCode()).isZero();
        ConsoleProcess.Result found = bob.run("", "doctor");
        assertThat(found.exitCode()).as("%s", found).isZero();
        assertThat(found.lines()).hasSize(7).noneMatch(line -> line.startsWith("!!"));
    }

    @Test
    void aMessageThatWaitsAndAServerThatIsAwayAreTold() {
        Person alice = Person.create("alice", folder);
        Person bob = Person.create("bob", folder);
        try (FaultyLink link = new FaultyLink(ConsoleServer.server().url())) {
            alice.logInBy(link);
            link.cut();
            assertThat(alice.runBy(link, "", "send", bob.name(), "kept").exitCode())
                    .isEqualTo(5);
            ConsoleProcess.Result found = alice.runBy(link, "", "doctor");
            assertThat(found.exitCode()).isEqualTo(1);
            assertThat(found.lines()).anyMatch(line -> line.matches("!!  1 message waits to be sent, .*"));
            assertThat(found.lines()).anyMatch(line -> line.matches("!!  no answer from .*"));
        }
    }

    @Test
    void anEncryptedConnectionIsToldWithTheDaysThatTheCertificateHasLeft() throws Exception {
        Person alice = Person.create("alice", folder);
        try (FaultyLink link = FaultyLink.encrypted(ConsoleServer.server().url(), folder.resolve("keys"), 5)) {
            Map<String, String> trust = Map.of(
                    "JDK_JAVA_OPTIONS",
                    "-Djavax.net.ssl.trustStore=" + folder.resolve("keys") + " -Djavax.net.ssl.trustStorePassword="
                            + FaultyLink.PASSWORD);
            ConsoleProcess.Result login = ConsoleProcess.run(
                    alice.home(),
                    link.url(),
                    trust,
                    Person.PASSWORD,
                    "login",
                    alice.name(),
                    "--take-over",
                    "--password-stdin");
            assertThat(login.exitCode()).as("%s", login).isZero();
            ConsoleProcess.Result found = ConsoleProcess.run(alice.home(), link.url(), trust, "", "doctor");
            assertThat(found.lines())
                    .anyMatch(line -> line.matches("!!  the server's certificate ends in [45] days.*"));
            assertThat(ConsoleProcess.run(alice.home(), link.url(), "", "doctor")
                            .exitCode())
                    .as("a certificate that nobody here trusts")
                    .isNotZero();
        }
    }

    @Test
    void aLoginThatHasEndedElsewhereIsTold() {
        Person alice = Person.create("alice", folder);
        ConsoleProcess.run(
                folder.resolve("elsewhere"),
                ConsoleServer.server().url(),
                Person.PASSWORD,
                "login",
                alice.name(),
                "--take-over",
                "--password-stdin");
        ConsoleProcess.Result found = alice.run("", "doctor");
        assertThat(found.exitCode()).isEqualTo(3);
        assertThat(found.lines()).anyMatch(line -> line.matches("!!  you are not logged in .*"));
    }
}
