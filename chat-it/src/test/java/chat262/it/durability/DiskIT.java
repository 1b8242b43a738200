package chat262.it.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import chat262.it.client.Answer;
import chat262.it.client.Api;
import chat262.it.client.Person;
import chat262.it.process.ProcessResult;
import chat262.it.process.ServerProcess;
import chat262.it.process.SystemCalls;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** What "stored" means on a disk. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DiskIT {
    /** Less than a file of Derby's log, which begins at its full size, and more than any table of a new database. */
    private static final int LESS_THAN_A_LOG = 240 * 1024;

    /** More than a file of Derby's log. */
    private static final int MORE_THAN_A_LOG = 512 * 1024;

    private static final int MAX_SENDS = 2_000;

    /** Takes much more room in the log than in its table. */
    private static final String SHORT_TEXT = "x";

    private static final String LONG_TEXT = "x".repeat(4_000);

    /** O_DSYNC, which is in O_SYNC too: a write returns when the disk has it. In octal, as the kernel tells it. */
    private static final long SYNCHRONOUS = 010000;

    private static final Pattern FILE_WRITTEN = Pattern.compile("p?write(?:64|v)?\\((\\d+)<([^>]+)>.*");

    @TempDir
    static Path folder;

    private static ServerProcess server;
    private static Person anna;
    private static long room;

    @BeforeAll
    static void start() {
        server = ServerProcess.start(folder.resolve("data"), Map.of("CHAT_PASSWORD_ITERATIONS", "1024"));
        anna = Person.join(Api.of(server.url()), "anna");
        room = anna.direct(Person.join(Api.of(server.url()), "ben"));
        anna.say(room, "everything is warm");
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    @Order(1)
    void theDiskHasAMessageBeforeItsSenderHearsOfIt() throws IOException {
        assumeThat(SystemCalls.canBeSeen())
                .as("strace is not here, so nobody looks whether messages are synced (apt install strace)")
                .isTrue();
        String key = Person.newKey();
        Set<String> synchronous = synchronousFiles();

        List<String> seen;
        try (SystemCalls calls = SystemCalls.of(server.pid(), folder.resolve("trace"))) {
            anna.send(room, "is it on the disk?", key).expect(201);
            seen = calls.seen();
        }

        int request = first(seen, 0, line -> line.contains("POST /api/v1/rooms/" + room + "/messages"));
        int answer = first(seen, request, line -> line.contains("HTTP/1.1 201"));
        assertThat(request).as("the request in the trace").isNotNegative();
        assertThat(answer).as("the answer in the trace").isNotNegative();
        assertThat(seen.subList(request, answer))
                .as("between the request and its 201")
                .anyMatch(line -> isSync(line, synchronous));
    }

    @Test
    @Order(2)
    void nothingThatWasAcceptedIsLostWhenThereIsNoRoomForTheLog() throws IOException {
        assertThat(largest("log")).as("a file of the log").isBetween(LESS_THAN_A_LOG + 1L, MORE_THAN_A_LOG - 1L);
        int before = files("log").size();
        for (int n = 0; n < MAX_SENDS && files("log").size() == before; n++) {
            anna.say(room, SHORT_TEXT);
        }

        Sends sends = fillTheDisk(LESS_THAN_A_LOG, SHORT_TEXT);

        assertThat(largest("seg0")).as("tables have room").isLessThan(LESS_THAN_A_LOG);
        nothingIsLostWhenThereIsRoomAgain(sends);
    }

    @Test
    @Order(3)
    void nothingThatWasAcceptedIsLostWhenThereIsNoRoomForATable() throws IOException {
        Sends sends = fillTheDisk(MORE_THAN_A_LOG, LONG_TEXT);

        assertThat(largest("seg0")).as("a table has none").isEqualTo(MORE_THAN_A_LOG);
        nothingIsLostWhenThereIsRoomAgain(sends);
    }

    /** Messages of one text by their keys: what was accepted, with its seq, and what was not. */
    private record Sends(String text, Map<String, Long> accepted, List<String> open) {}

    private static Sends fillTheDisk(int largestFile, String text) {
        limitFiles(largestFile);
        Sends sends = new Sends(text, new LinkedHashMap<>(), new ArrayList<>());
        for (int n = 0; n < MAX_SENDS && sends.open.size() < 3; n++) {
            String key = Person.newKey();
            Answer answer = anna.send(room, text, key);
            if (answer.status() == 201) {
                sends.accepted.put(key, answer.number("seq"));
            } else {
                assertThat(answer.status()).as("%s", answer).isEqualTo(503);
                sends.open.add(key);
            }
        }
        assertThat(sends.accepted).as("accepted before the disk was full").isNotEmpty();
        assertThat(sends.open).as("refused, as the disk was full").hasSize(3);
        return sends;
    }

    /** Somebody makes room and starts the server again. */
    private static void nothingIsLostWhenThereIsRoomAgain(Sends sends) throws IOException {
        server.kill();
        server.start();
        for (String key : sends.open) {
            Answer answer = anna.send(room, sends.text, key).expect(200, 201);
            sends.accepted.put(key, answer.number("seq"));
        }

        List<JsonObject> log = anna.log(room);
        sends.accepted.forEach((key, seq) ->
                assertThat(log.get((int) (seq - 1)).getString("key")).isEqualTo(key));
        assertThat(log).extracting(entry -> entry.getString("key")).doesNotHaveDuplicates();
        assertThat(log).hasSize(log.get(log.size() - 1).getInt("seq"));
    }

    /** The size of the largest file in a folder of the database: {@code seg0} has tables and indexes, {@code log} the log. */
    private static long largest(String folder) throws IOException {
        return files(folder).stream()
                .mapToLong(file -> file.toFile().length())
                .max()
                .orElseThrow();
    }

    private static List<Path> files(String folder) throws IOException {
        try (var files = Files.list(server.data().resolve("db").resolve(folder))) {
            return files.toList();
        }
    }

    private static void limitFiles(int bytes) {
        ProcessResult.of("prlimit", "--pid", "" + server.pid(), "--fsize=" + bytes)
                .successful();
    }

    /** The files of the database that the server has open in such a way that each write goes to the disk. */
    private static Set<String> synchronousFiles() throws IOException {
        Set<String> names = new HashSet<>();
        Path process = Path.of("/proc", "" + server.pid());
        try (var files = Files.list(process.resolve("fd"))) {
            for (Path file : files.toList()) {
                String flags = Files.readString(process.resolve("fdinfo").resolve(file.getFileName()))
                        .lines()
                        .filter(line -> line.startsWith("flags:"))
                        .findFirst()
                        .orElseThrow()
                        .substring("flags:".length())
                        .strip();
                if ((Long.parseLong(flags, 8) & SYNCHRONOUS) != 0) {
                    names.add(Files.readSymbolicLink(file).toString());
                }
            }
        }
        return names;
    }

    private static boolean isSync(String line, Set<String> synchronous) {
        String database = server.data().resolve("db").toString();
        if (line.contains("fsync(") || line.contains("fdatasync(")) {
            return line.contains(database);
        }
        Matcher written = FILE_WRITTEN.matcher(line.replaceFirst("^\\d+ +", ""));
        return written.matches() && written.group(2).startsWith(database) && synchronous.contains(written.group(2));
    }

    private static int first(List<String> lines, int from, java.util.function.Predicate<String> wanted) {
        for (int i = Math.max(0, from); i < lines.size(); i++) {
            if (wanted.test(lines.get(i))) {
                return i;
            }
        }
        return -1;
    }
}
