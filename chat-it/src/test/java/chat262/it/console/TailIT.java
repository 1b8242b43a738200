package chat262.it.console;

import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.process.Await;
import chat262.it.process.ConsoleProcess;
import chat262.it.proxy.Fault;
import chat262.it.proxy.Proxy;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Scripts that are fed by {@code tail}. */
class TailIT extends ConsoleTest {
    private static final int KILLS = Integer.getInteger("chat.it.tail.kills", 20);

    @Test
    void whatIsNewIsPrintedOnceAndAcknowledged() {
        alice.send(bob.name(), List.of("one", "two\u202e"));
        ConsoleProcess.Result first = bob.run("", "tail");
        assertThat(first.exitCode()).as("%s", first).isZero();
        assertThat(first.lines())
                .extracting(line -> line.replaceFirst("\\d\\d:\\d\\d", "TIME"))
                .containsExactly(
                        "@" + alice.name() + "  TIME  " + alice.name() + ": one",
                        "@" + alice.name() + "  TIME  " + alice.name() + ": two<U+202E>");
        assertThat(alice.cursorOf(bob.name())).isEqualTo(2);
        assertThat(bob.run("", "tail").lines()).isEmpty();
        alice.send(bob.name(), List.of("three"));
        assertThat(bob.run("", "tail", alice.name(), "--no-ack").lines()).hasSize(1);
        assertThat(alice.cursorOf(bob.name())).isEqualTo(2);
    }

    @Test
    void whatWasReadBeforeCanBeHadOnceMoreAndNothingIsSkipped() {
        alice.send(bob.name(), List.of("one", "two", "three"));
        assertThat(bob.run("", "tail").lines()).hasSize(3);
        alice.send(bob.name(), List.of("four"));
        assertThat(bob.run("", "tail", alice.name(), "--since", "1").lines())
                .extracting(line -> line.substring(line.lastIndexOf(' ') + 1))
                .containsExactly("two", "three", "four");
        assertThat(alice.cursorOf(bob.name())).isEqualTo(4);
        ConsoleProcess.Result beyond = bob.run("", "tail", alice.name(), "--since", "5");
        assertThat(beyond.exitCode()).as("%s", beyond).isEqualTo(2);
        assertThat(bob.run("", "tail", "--since", "1").exitCode())
                .as("in which room?")
                .isEqualTo(2);
        ConsoleProcess.Result none = bob.run("", "tail", "--ack-after", "");
        assertThat(none.exitCode()).as("%s", none).isEqualTo(2);
        assertThat(none.notices().get(0)).startsWith("! --ack-after wants a command");
    }

    @Test
    void jsonHasOneObjectALineWithEveryCharacterAsItWasSent() {
        String text = "שלום \u202e \"quoted\" 👩\u200d👧";
        alice.send(bob.name(), List.of(text));
        ConsoleProcess.Result tail = bob.run("", "tail", "--json");
        assertThat(tail.lines()).hasSize(1);
        JsonObject entry =
                Json.createReader(new StringReader(tail.lines().get(0))).readObject();
        assertThat(entry.getString("body")).isEqualTo(text);
        assertThat(entry.getString("roomName")).isEqualTo("@" + alice.name());
        assertThat(entry.getInt("seq")).isEqualTo(1);
        assertThat(tail.lines().get(0)).doesNotContain("\u202e");
    }

    @Test
    void aTailThatDoesNotFollowEndsWhenTheServerGoesAway() {
        try (Proxy proxy = ConsoleServer.proxy()) {
            bob.connectBy(proxy);
            alice.send(bob.name(), List.of("one", "two"));
            proxy.inject((method, path) -> path.endsWith("/messages") ? Fault.REQUEST_LOST : Fault.NONE);
            assertThat(bob.runBy(proxy, "", "tail").exitCode()).isEqualTo(5);
            proxy.heal();
            assertThat(bob.runBy(proxy, "", "tail").lines()).hasSize(2);
        }
    }

    @Test
    void whatHadArrivedWhenAMembershipEndedIsHandedOn() {
        String group = "club " + bob.name();
        assertThat(alice.run("", "newgroup", group, bob.name()).exitCode()).isZero();
        try (ConsoleProcess there = bob.console()) {
            alice.run("", "send", "#" + group, "before the end");
            there.awaitNotice("-- unread: #" + group);
            Await.until(
                    "it has arrived",
                    () -> bob.run("", "verify", "#" + group)
                            .notices()
                            .toString()
                            .contains("2 entries have arrived"));
            there.kill();
        }
        assertThat(alice.run("", "kick", group, bob.name()).exitCode()).isZero();
        assertThat(bob.run("", "tail").lines())
                .hasSize(2)
                .last()
                .satisfies(line -> assertThat(line).endsWith(": before the end"));
        assertThat(bob.run("", "tail").lines()).isEmpty();
    }

    @Test
    void everyListHasItsJson() {
        alice.send(bob.name(), List.of("hello"));
        assertThat(objects(bob.run("", "history", alice.name(), "--json")))
                .extracting(entry -> entry.getString("body"))
                .containsExactly("hello");
        for (String command : List.of("rooms", "unread")) {
            assertThat(objects(bob.run("", command, "--json"))).singleElement().satisfies(room -> {
                assertThat(room.getInt("unread")).isEqualTo(1);
                assertThat(room.getString("roomName")).isEqualTo("@" + alice.name());
            });
        }
        assertThat(objects(bob.run("", "users", alice.name(), "--json")))
                .extracting(user -> user.getString("username"))
                .containsExactly(alice.name());
        assertThat(bob.run("", "newgroup", "club " + bob.name(), alice.name()).exitCode())
                .isZero();
        assertThat(objects(bob.run("", "groups", "club " + bob.name(), "--json")))
                .extracting(group -> group.getString("name"))
                .containsExactly("club " + bob.name());
    }

    private static List<JsonObject> objects(ConsoleProcess.Result result) {
        assertThat(result.exitCode()).as("%s", result).isZero();
        return result.lines().stream()
                .map(line -> Json.createReader(new StringReader(line)).readObject())
                .toList();
    }

    @Test
    void anEntryIsAcknowledgedOnlyIfTheCommandSucceeds() {
        alice.send(bob.name(), List.of("good", "bad", "never tried"));
        ConsoleProcess.Result tail =
                bob.run("", "tail", "--ack-after", "read x; echo \"$CHAT_SEQ $x\"; test \"$x\" = good");
        assertThat(tail.exitCode()).isEqualTo(1);
        assertThat(tail.lines()).containsExactly("1 good", "2 bad");
        assertThat(tail.notices()).anyMatch(line -> line.contains("ended with 1 for 2 of @" + alice.name()));
        assertThat(alice.cursorOf(bob.name())).isEqualTo(1);
        assertThat(bob.run("", "tail", "--ack-after", "cat").lines()).containsExactly("bad", "never tried");
    }

    @Test
    void theExampleTakesNoPartOfAMessage() throws Exception {
        Path file = folder.resolve("messages.txt");
        for (String part : List.of("", "tw", "two\n", "two\nlines")) {
            assertThat(appendOnce(file, part)).isNotZero();
            assertThat(file).doesNotExist();
        }
        assertThat(appendOnce(file, "two\nlines\n")).isZero();
        assertThat(file).hasContent("epoch/1/2 two lines");
        alice.send(bob.name(), List.of("שלום"));
        assertThat(bob.run("", "tail", "--ack-after", "test $(wc -c) -eq $CHAT_BYTES && echo $CHAT_BYTES")
                        .lines())
                .containsExactly("9");
    }

    /** Gives the example what is left of a message of ten bytes. */
    private static int appendOnce(Path file, String part) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(example(), file.toString()).inheritIO();
        builder.environment()
                .putAll(Map.of("CHAT_EPOCH", "epoch", "CHAT_ROOM", "1", "CHAT_SEQ", "2", "CHAT_BYTES", "10"));
        Process process = builder.redirectInput(ProcessBuilder.Redirect.PIPE).start();
        try (OutputStream in = process.getOutputStream()) {
            in.write(part.getBytes(StandardCharsets.UTF_8));
        }
        return process.waitFor();
    }

    private static String example() throws IOException {
        return Path.of(System.getProperty("chat.root"), "docs", "examples", "append-once")
                .toRealPath()
                .toString();
    }

    @Test
    void aTailThatIsKilledAgainAndAgainSkipsNothingAndTheExampleHasEachOnce() throws Exception {
        Path file = folder.resolve("messages.txt");
        String example = example();
        Random random = new Random();
        int sent = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            int first = sent + 1;
            sent += 1 + random.nextInt(4);
            alice.send(
                    bob.name(),
                    IntStream.rangeClosed(first, sent)
                            .mapToObj(i -> "message " + i)
                            .toList());
            try (ConsoleProcess tail = follow(example, file)) {
                Thread.sleep(random.nextInt(2_500));
                tail.kill();
            }
        }
        int last = sent;
        try (ConsoleProcess tail = follow(example, file)) {
            Await.until("all is acknowledged", () -> alice.cursorOf(bob.name()) == last);
            tail.kill();
        }
        List<String> lines = Files.readAllLines(file);
        assertThat(lines)
                .extracting(line -> line.substring(line.lastIndexOf('/') + 1))
                .isEqualTo(IntStream.rangeClosed(1, sent)
                        .mapToObj(i -> i + " message " + i)
                        .toList());
    }

    private ConsoleProcess follow(String example, Path file) throws IOException {
        return ConsoleProcess.start(
                bob.home(), ConsoleServer.url(), "tail", "--follow", "--ack-after", "'" + example + "' '" + file + "'");
    }
}
