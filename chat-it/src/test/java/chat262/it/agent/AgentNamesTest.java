package chat262.it.agent;

import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.process.Artefacts;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The agent knows the programs that it changes by names alone. A name that is none changes nothing, and a check that needs it
 * would fail late and far away; here it fails at once.
 */
class AgentNamesTest {
    private static URLClassLoader programs;

    /** The server's classes with all that they refer to, and the clients of the fault runs. */
    @BeforeAll
    static void findThePrograms() throws IOException {
        Path root = Artefacts.root();
        List<URL> path = new ArrayList<>();
        for (String module : List.of("chat-war", "chat-api", "chat-it")) {
            path.add(root.resolve(module).resolve("target/classes").toUri().toURL());
        }
        try (Stream<Path> libraries = Files.list(root.resolve("payara-config/target/classes/MICRO-INF/runtime"))) {
            for (Path library : libraries.toList()) {
                path.add(library.toUri().toURL());
            }
        }
        programs = new URLClassLoader(path.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }

    @AfterAll
    static void close() throws IOException {
        programs.close();
    }

    @Test
    void everyMethodThatTheAgentChangesExists() throws ClassNotFoundException {
        assertThat(Agent.methods()).hasSizeGreaterThan(10);
        for (var each : Agent.methods().entrySet()) {
            assertThat(methods(each.getKey())).as(each.getKey()).containsAll(each.getValue());
        }
    }

    /** What breaches read and call beside those. */
    @ParameterizedTest
    @CsvSource({
        "chat262.messages.writer.Batch, sends",
        "chat262.messages.writer.Send, sender",
        "chat262.messages.writer.Send, callback",
        "chat262.messages.writer.SendCallback, travelsWithEntry",
        "chat262.messages.writer.BatchPlan$NewEntry, send",
        "chat262.messages.writer.MessagesAppended$Entry, callback",
        "chat262.it.faults.client.Settled, isOnStream",
        "chat262.rooms.MemberId, roomId",
        "chat262.rooms.MemberId, accountId",
        "chat262.messages.writer.BatchPlan$MembershipState, lastSeq",
        "chat262.messages.writer.BatchPlan$MembershipState, closed",
        "chat262.messages.writer.BatchPlan$MembershipState, cursor",
        "chat262.it.faults.client.ReceiverMain, acknowledge",
        "chat262.it.faults.client.Journal, last"
    })
    void everyMethodThatABreachCallsExists(String type, String method) throws ClassNotFoundException {
        assertThat(methods(type)).contains(method);
    }

    @ParameterizedTest
    @CsvSource({
        "chat262.messages.writer.LogConnection, connection",
        "chat262.rooms.RoomAccess, em",
        "chat262.rooms.ChatRoom, id",
        "chat262.rooms.ChatRoom, lastSeq",
        "chat262.it.faults.client.ReceiverMain, journal",
        "chat262.it.faults.client.Stream, expected",
        "org.glassfish.grizzly.http.HttpResponsePacket, httpStatus"
    })
    void everyFieldThatABreachReadsExists(String type, String field) throws ClassNotFoundException {
        assertThat(Arrays.stream(type(type).getDeclaredFields()).map(each -> each.getName()))
                .contains(field);
    }

    @ParameterizedTest
    @CsvSource({
        "org.glassfish.grizzly.http.server.Request, getRequestURI",
        "jakarta.persistence.EntityManager, find",
        "jakarta.persistence.EntityManager, refresh"
    })
    void everyMethodOfALibraryThatABreachCallsExists(String type, String method) throws ClassNotFoundException {
        assertThat(methods(type)).contains(method);
    }

    @Test
    void theConstantOfGrizzlyThatABreachReadsExists() throws Exception {
        assertThat(type("org.glassfish.grizzly.http.util.HttpStatus").getField("OK_200"))
                .isNotNull();
    }

    /** A breach makes these objects anew, of their parts in this order. */
    @Test
    void theOneRecordThatABreachMakesHasNoOtherParts() throws Exception {
        List<String[]> rows = rows("everyMethodThatABreachCallsExists");
        String standing =
                rows.stream().filter(row -> row[1].equals("closed")).findFirst().orElseThrow()[0];
        assertThat(type(standing).getRecordComponents())
                .extracting(RecordComponent::getName)
                .containsExactlyElementsOf(rows.stream()
                        .filter(row -> row[0].equals(standing))
                        .map(row -> row[1])
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"cursor_seq", "room_id", "account_id", "last_seq", "uq_message_key", "membership", "message"})
    void everyNameInTheSqlOfABreachIsInTheSchema(String name) throws IOException {
        assertThat(contents(Artefacts.root().resolve("chat-war/target/classes"), ".xml", ".sql", ".yaml"))
                .anyMatch(text -> text.matches("(?s).*\\b" + name + "\\b.*"));
    }

    /** Names that nothing above resolves would go unnoticed. */
    @Test
    void everyNameInTheSourceOfTheAgentIsOneOfThose() throws IOException {
        Set<String> known = new HashSet<>();
        for (String test : List.of(
                "everyMethodThatABreachCallsExists",
                "everyFieldThatABreachReadsExists",
                "everyMethodOfALibraryThatABreachCallsExists")) {
            rows(test).forEach(row -> known.add(row[1]));
        }
        known.add("OK_200");
        Set<String> steps = new HashSet<>();
        Agent.methods()
                .forEach((type, methods) -> methods.forEach(method -> {
                    known.add(method);
                    steps.add(type.substring(type.lastIndexOf('.') + 1) + "." + method);
                }));
        String source = String.join(
                "\n", contents(Artefacts.root().resolve("chat-it/src/main/java/chat262/it/agent"), ".java"));
        assertThat(found(source, "is(?:Before|After)\\(\"(\\w+)\", \"(\\w+)\"\\)"))
                .hasSizeGreaterThan(10)
                .isSubsetOf(steps);
        assertThat(found(source, "new Step\\(\\w+, \"[\\w.]*\\.(\\w+)\", \"(\\w+)\"\\)"))
                .isNotEmpty()
                .isSubsetOf(steps);
        assertThat(found(source, "isOfBatch\\(\"()(\\w+)\"\\)").stream().map(name -> "LogConnection" + name))
                .isNotEmpty()
                .isSubsetOf(steps);
        assertThat(found(source, "\\b(?:get|field|setField|constant)\\([^\";]*()\"(\\w+)\"").stream()
                        .map(name -> name.substring(1)))
                .hasSizeGreaterThan(10)
                .isSubsetOf(known);
    }

    /** Both groups of a pattern with a dot between them, at each place where it is found. */
    private static Set<String> found(String source, String pattern) {
        return Pattern.compile(pattern)
                .matcher(source)
                .results()
                .map(match -> match.group(1) + "." + match.group(2))
                .collect(Collectors.toSet());
    }

    private static List<String[]> rows(String test) {
        return Arrays.stream(AgentNamesTest.class.getDeclaredMethods())
                .filter(each -> each.getName().equals(test))
                .flatMap(each ->
                        Arrays.stream(each.getAnnotation(CsvSource.class).value()))
                .map(row -> row.split(", "))
                .toList();
    }

    /** The files below a folder with these endings, a byte for a character. */
    private static List<String> contents(Path folder, String... endings) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<String> contents = new ArrayList<>();
            for (Path file : files.filter(file -> Arrays.stream(endings)
                            .anyMatch(end -> file.toString().endsWith(end)))
                    .toList()) {
                contents.add(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
            return contents;
        }
    }

    /** By these names a crash point tells whether its message came as a call or as a frame. */
    @Test
    void everyClassThatARoadLooksIntoExists() throws IOException, ClassNotFoundException {
        String source =
                Files.readString(Artefacts.root().resolve("chat-it/src/main/java/chat262/it/agent/Transport.java"));
        assertThat(found(source, "case ()\"(\\w+)\" ->"))
                .containsExactlyInAnyOrder(".Batch", ".NewEntry", ".Send", ".Settled", ".Entry");
        for (String name : List.of(
                "chat262.messages.writer.Batch",
                "chat262.messages.writer.BatchPlan$NewEntry",
                "chat262.messages.writer.Send",
                "chat262.messages.writer.MessagesAppended$Entry",
                "chat262.it.faults.client.Settled")) {
            assertThat(type(name)).isNotNull();
        }
    }

    private static List<String> methods(String type) throws ClassNotFoundException {
        return Arrays.stream(type(type).getDeclaredMethods())
                .map(each -> each.getName())
                .toList();
    }

    private static Class<?> type(String name) throws ClassNotFoundException {
        return Class.forName(name, false, programs);
    }
}
