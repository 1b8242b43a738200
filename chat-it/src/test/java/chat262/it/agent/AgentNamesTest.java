package chat262.it.agent;

import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.process.Artefacts;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
        "chat262.messages.Batch, sends",
        "chat262.messages.Send, sender",
        "chat262.rooms.MemberId, roomId",
        "chat262.rooms.MemberId, accountId",
        "chat262.messages.BatchPlan$MembershipState, lastSeq",
        "chat262.messages.BatchPlan$MembershipState, closed",
        "chat262.messages.BatchPlan$MembershipState, cursor",
        "chat262.it.faults.ReceiverMain, acknowledge",
        "chat262.it.faults.Journal, last"
    })
    void everyMethodThatABreachCallsExists(String type, String method) throws ClassNotFoundException {
        assertThat(methods(type)).contains(method);
    }

    @ParameterizedTest
    @CsvSource({
        "chat262.messages.LogConnection, connection",
        "chat262.rooms.RoomAccess, em",
        "chat262.rooms.ChatRoom, id",
        "chat262.rooms.ChatRoom, lastSeq",
        "chat262.it.faults.ReceiverMain, journal",
        "org.glassfish.grizzly.http.HttpResponsePacket, httpStatus"
    })
    void everyFieldThatABreachReadsExists(String type, String field) throws ClassNotFoundException {
        assertThat(Arrays.stream(type(type).getDeclaredFields()).map(each -> each.getName()))
                .contains(field);
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
