package chat262.it.faults;

import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.client.Answer;
import chat262.it.client.Person;
import chat262.it.client.RawConnection;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The status of an answer, whichever thread gives it, and if none does. */
class AnswerStatusIT {
    @AfterEach
    void rest() {
        AgentServer.shared().agent().rest();
    }

    @Test
    void isTheOneThatWasGivenWhileTheOtherThreadLooksAtIt() throws IOException {
        Person anna = AgentServer.shared().somebody();
        long room = anna.direct(AgentServer.shared().somebody());
        AgentServer.shared().agent().drawOutStatus();
        Answer stored = anna.send(room, "is it stored?");
        Answer refused = anna.send(room + 1, "is it stored there?");
        assertThat(stored.status()).isEqualTo(201);
        assertThat(refused.status()).isEqualTo(404);
        assertThat(statusesOfASendThatAsksFirst(room, anna)).containsExactly(100, 201);
    }

    @Test
    void isNoSuccessWhereTheApplicationHasGivenNone() {
        Person anna = AgentServer.shared().somebody();
        long room = anna.direct(AgentServer.shared().somebody());
        String key = Person.newKey();
        AgentServer.shared().agent().loseAnswers();
        assertThat(List.of(
                        anna.send(room, "is it stored?", key),
                        anna.fetch(room),
                        anna.acknowledge(room, 1),
                        anna.deleteAccount()))
                .allSatisfy(answer -> {
                    assertThat(answer.status()).isEqualTo(503);
                    assertThat(answer.slug()).contains("unavailable");
                    assertThat(answer.header("Retry-After")).contains("1");
                });
        AgentServer.shared().agent().rest();
        assertThat(anna.send(room, "is it stored?", key).status()).isEqualTo(201);
    }

    private static List<Integer> statusesOfASendThatAsksFirst(long room, Person sender) throws IOException {
        String body = "{\"body\":\"may I?\"}";
        try (RawConnection connection =
                RawConnection.to(AgentServer.shared().server().url())) {
            connection.write("POST /api/v1/rooms/" + room + "/messages HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer "
                    + sender.token() + "\r\nIdempotency-Key: " + Person.newKey()
                    + "\r\nContent-Type: application/json\r\nExpect: 100-continue\r\nContent-Length: "
                    + body.length() + "\r\n\r\n");
            int first = connection.answer().status();
            return List.of(first, connection.write(body).answer().status());
        }
    }
}
