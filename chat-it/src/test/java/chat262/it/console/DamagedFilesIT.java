package chat262.it.console;

import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.process.ConsoleProcess;
import chat262.it.proxy.Proxy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A wrong byte in a file of the console costs nothing but the record that it is in, and is told. */
class DamagedFilesIT extends ConsoleTest {
    @Test
    void whatWaitsBehindADamagedMessageIsSentAndTheLossIsTold() throws IOException {
        try (Proxy proxy = ConsoleServer.proxy()) {
            alice.connectBy(proxy);
            proxy.disconnect();
            for (String text : List.of("first", "second", "third")) {
                alice.runBy(proxy, "", "send", "@" + bob.name(), text);
            }
            damage(file(alice, "outbox"), "first");
            ConsoleProcess.Result found = alice.runBy(proxy, "", "doctor");
            assertThat(found.lines())
                    .anyMatch(line -> line.startsWith("!!  the outbox on this disk is damaged in one"));
            proxy.reconnect();
            ConsoleProcess.Result rooms = alice.runBy(proxy, "", "rooms");
            assertThat(rooms.exitCode()).as("%s", rooms).isZero();
            assertThat(rooms.notices()).hasSize(2);
            assertThat(rooms.notices().get(0)).startsWith("! the outbox on this disk is damaged in one place");
            assertThat(rooms.notices().get(1)).startsWith("-- 2 of 2 that waited");
            assertThat(alice.runBy(proxy, "", "rooms").notices())
                    .as("told once")
                    .isEmpty();
            assertThat(alice.runBy(proxy, "", "outbox").notices())
                    .singleElement()
                    .asString()
                    .contains("outbox.damaged-1");
            ConsoleProcess.Result later = alice.runBy(proxy, "", "doctor");
            assertThat(later.exitCode()).isEqualTo(1);
            assertThat(later.lines()).anyMatch(line -> line.matches("!!  .*outbox.damaged-1 holds what was damaged.*"));
        }
        assertThat(alice.log(bob.name())).containsExactly("second", "third");
    }

    @Test
    void whatIsDamagedOfTheJournalIsMissedAndFetchedAgain() throws IOException {
        send(1, 6);
        assertThat(bob.run("", "tail").lines()).hasSize(6);
        damage(file(bob, "journal"), "message 3");
        ConsoleProcess.Result before = bob.run("", "verify", alice.name());
        assertThat(before.exitCode()).isEqualTo(1);
        assertThat(before.lines()).hasSize(2).contains("3 is missing here");
        assertThat(before.notices())
                .contains("5 entries have arrived, the last is 6; the server has 6, 1 of which are missing here.");
        send(7, 7);
        ConsoleProcess.Result tail = bob.run("", "tail");
        assertThat(tail.lines()).as("nothing is shown twice").hasSize(1);
        assertThat(tail.notices()).anyMatch(line -> line.startsWith("! the journal on this disk is damaged in one"));
        assertThat(tail.notices()).anyMatch(line -> line.endsWith("fetched again"));
        ConsoleProcess.Result after = bob.run("", "verify", alice.name());
        assertThat(after.exitCode()).as("%s", after).isZero();
        assertThat(after.notices())
                .containsExactly("7 entries have arrived, the last is 7; the server has 7. They are the same.");
    }

    private static Path file(ConsoleUser user, String name) throws IOException {
        try (Stream<Path> files = Files.walk(user.home())) {
            return files.filter(path -> path.endsWith(name)).findFirst().orElseThrow();
        }
    }

    private static void damage(Path file, String text) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[new String(bytes, StandardCharsets.ISO_8859_1).indexOf(text)] ^= 1;
        Files.write(file, bytes);
    }
}
