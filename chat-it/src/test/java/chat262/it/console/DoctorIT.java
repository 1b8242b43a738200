package chat262.it.console;

import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.client.Person;
import chat262.it.process.ConsoleProcess;
import chat262.it.proxy.Proxy;
import chat262.it.proxy.TestCertificate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What {@code doctor} finds. */
class DoctorIT extends ConsoleTest {
    @Test
    void aDeviceThatIsWellIsToldSo() {
        alice.send(bob.name(), List.of("hello"));
        assertThat(bob.run("", "tail").exitCode()).isZero();
        ConsoleProcess.Result found = bob.run("", "doctor");
        assertThat(found.exitCode()).as("%s", found).isZero();
        assertThat(found.lines()).hasSize(8).noneMatch(line -> line.startsWith("!!"));
    }

    @Test
    void aMessageThatWaitsAndAServerThatIsAwayAreTold() {
        try (Proxy proxy = ConsoleServer.proxy()) {
            alice.connectBy(proxy);
            proxy.disconnect();
            assertThat(alice.runBy(proxy, "", "send", bob.name(), "kept").exitCode())
                    .isEqualTo(5);
            ConsoleProcess.Result found = alice.runBy(proxy, "", "doctor");
            assertThat(found.exitCode()).isEqualTo(1);
            assertThat(found.lines()).anyMatch(line -> line.matches("!!  1 message waits to be sent, .*"));
            assertThat(found.lines()).anyMatch(line -> line.matches("!!  no answer from .*"));
        }
    }

    @Test
    void whatCanBeCheckedWithoutALoginIsChecked() throws IOException {
        ConsoleProcess.Result found = ConsoleProcess.run(folder.resolve("nobody"), ConsoleServer.url(), "", "doctor");
        assertThat(found.exitCode()).isEqualTo(3);
        assertThat(found.lines()).anyMatch(line -> line.startsWith("!!  nobody is logged in at"));
        assertThat(found.lines()).contains("ok  the server answers");
        assertThat(found.lines()).anyMatch(line -> line.startsWith("ok  the connection is not encrypted"));
        assertThat(found.lines()).anyMatch(line -> line.startsWith("ok  the disk has room"));
        Path noFolder = Files.createFile(folder.resolve("file"));
        ConsoleProcess.Result unwritable = ConsoleProcess.run(
                folder.resolve("nobody"),
                ConsoleServer.url(),
                Map.of("XDG_STATE_HOME", noFolder.toString()),
                "",
                "doctor");
        assertThat(unwritable.exitCode()).isNotZero();
        assertThat(unwritable.lines()).anyMatch(line -> line.startsWith("!!  nothing can be kept in "));
        assertThat(unwritable.lines()).contains("ok  the server answers");
    }

    @Test
    void anEncryptedConnectionIsToldWithTheDaysThatTheCertificateHasLeft() throws Exception {
        try (Proxy proxy = Proxy.encrypted(ConsoleServer.url(), TestCertificate.make(folder.resolve("keys"), 5))) {
            Map<String, String> trust = Map.of(
                    "JDK_JAVA_OPTIONS",
                    "-Djavax.net.ssl.trustStore=" + folder.resolve("keys") + " -Djavax.net.ssl.trustStorePassword="
                            + TestCertificate.PASSWORD);
            ConsoleProcess.Result login = ConsoleProcess.run(
                    alice.home(),
                    proxy.url(),
                    trust,
                    Person.PASSWORD,
                    "login",
                    alice.name(),
                    "--take-over",
                    "--password-stdin");
            assertThat(login.exitCode()).as("%s", login).isZero();
            ConsoleProcess.Result found = ConsoleProcess.run(alice.home(), proxy.url(), trust, "", "doctor");
            assertThat(found.lines())
                    .anyMatch(line -> line.matches("!!  the server's certificate ends in [45] days.*"));
            assertThat(ConsoleProcess.run(alice.home(), proxy.url(), "", "doctor")
                            .exitCode())
                    .as("a certificate that nobody here trusts")
                    .isNotZero();
        }
    }

    @Test
    void aLoginThatHasEndedElsewhereIsTold() {
        ConsoleProcess.run(
                folder.resolve("elsewhere"),
                ConsoleServer.url(),
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
