package chat262.it.console;

import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.client.Api;
import chat262.it.client.Person;
import chat262.it.process.ConsoleProcess;
import chat262.it.proxy.Fault;
import chat262.it.proxy.Proxy;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The whole of a room with {@code export}. */
@ExtendWith(ConsoleServer.class)
class ExportIT {
    private static final AtomicInteger COUNT = new AtomicInteger();

    @TempDir
    Path folder;

    private ConsoleUser alice;
    private Person writer;
    private long room;

    @BeforeEach
    void people() {
        alice = ConsoleUser.create("alice", folder);
        writer = Person.join(Api.of(ConsoleServer.url()), "writer" + COUNT.incrementAndGet());
        room = writer.direct(alice.name());
    }

    @Test
    void everyMessageIsThereOnceAndInOrderHoweverManyPagesTheyAre() {
        IntStream.rangeClosed(1, 1_201).forEach(i -> writer.say(room, "message " + i));
        List<JsonObject> all = objects(alice.run("", "export", writer.name(), "--json"));
        assertThat(all)
                .extracting(entry -> entry.getInt("seq") + " " + entry.getString("body"))
                .isEqualTo(IntStream.rangeClosed(1, 1_201)
                        .mapToObj(i -> i + " message " + i)
                        .toList());
        assertThat(all).allMatch(entry -> entry.getString("roomName").equals("@" + writer.name()));
        assertThat(objects(alice.run("", "export", writer.name(), "--json", "--after", "1199")))
                .extracting(entry -> entry.getInt("seq"))
                .containsExactly(1200, 1201);
        assertThat(alice.run("", "unread").lines()).containsExactly(" 999+  @" + writer.name());
    }

    @Test
    void aPersonReadsWithTheDayOfEachLine() {
        writer.say(room, "one\nand more");
        assertThat(alice.run("", "export", "@" + writer.name()).lines())
                .extracting(line -> line.replaceFirst("^\\d{4}-\\d\\d-\\d\\d  \\d\\d:\\d\\d", "WHEN"))
                .containsExactly("WHEN  " + writer.name() + ": one", "       | and more");
    }

    @Test
    void whatIsBrokenOffSaysWhereToGoOn() {
        IntStream.rangeClosed(1, 501).forEach(i -> writer.say(room, "message " + i));
        try (Proxy proxy = ConsoleServer.proxy()) {
            alice.connectBy(proxy);
            AtomicInteger fetches = new AtomicInteger();
            proxy.inject((method, path) ->
                    path.endsWith("/messages") && fetches.incrementAndGet() > 1 ? Fault.REQUEST_LOST : Fault.NONE);
            ConsoleProcess.Result half = alice.runBy(proxy, "", "export", writer.name(), "--json");
            assertThat(half.exitCode()).isEqualTo(6);
            assertThat(objects(half.lines())).hasSize(500);
            assertThat(half.notices()).contains("! printed up to 500; '--after 500' prints the rest");
            proxy.heal();
            assertThat(alice.runBy(proxy, "", "export", writer.name(), "--after", "500")
                            .lines())
                    .hasSize(1);
        }
    }

    @Test
    void theExitCodeSaysWhatHappened() {
        assertThat(alice.run("", "export", "nobody-there").exitCode()).isEqualTo(4);
        assertThat(alice.run("", "export", writer.name(), "--after", "x").exitCode())
                .isEqualTo(2);
        ConsoleProcess.Result empty = alice.run("", "export", writer.name());
        assertThat(empty.exitCode()).isZero();
        assertThat(empty.lines()).isEmpty();
    }

    private static List<JsonObject> objects(ConsoleProcess.Result result) {
        assertThat(result.exitCode()).as("%s", result.notices()).isZero();
        return objects(result.lines());
    }

    private static List<JsonObject> objects(List<String> lines) {
        return lines.stream()
                .map(line -> Json.createReader(new StringReader(line)).readObject())
                .toList();
    }
}
