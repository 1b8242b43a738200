package chat262.it.live;

import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.client.Answer;
import chat262.it.client.Fields;
import chat262.it.client.LiveClient;
import chat262.it.client.Person;
import chat262.it.client.RawConnection;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ExtendWith(LiveServer.class)
class HandshakeIT {
    private static final String KEY = "dGhlIHNhbXBsZSBub25jZQ==";

    private final Person anna = LiveServer.somebody();

    private static Answer handshake(String... headers) throws IOException {
        String host = LiveServer.process().url().getAuthority();
        return RawConnection.ask(
                LiveServer.process().url(),
                "GET /live HTTP/1.1\r\nHost: " + host + "\r\nUpgrade: websocket\r\nConnection: keep-alive, Upgrade\r\n"
                        + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: " + KEY + "\r\n"
                        + String.join("", headers) + "\r\n");
    }

    private static void assertNotLoggedIn(Answer answer) {
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.slug()).contains("not-logged-in");
        assertThat(answer.header("WWW-Authenticate")).contains("Bearer");
    }

    private static String ownOrigin() {
        return "http://" + LiveServer.process().url().getAuthority();
    }

    /** The cookie of a new session of Anna's, as a request's header. */
    private String cookie() {
        Answer login = LiveServer.api()
                .post(
                        "/sessions?cookie=true",
                        Fields.of("username", anna.name(), "password", Person.PASSWORD, "takeOver", true))
                .expect(201);
        String cookie = login.header("Set-Cookie").orElseThrow();
        return "Cookie: " + cookie.substring(0, cookie.indexOf(';')) + "\r\n";
    }

    @Test
    void theGreetingSaysWhoAndWhereOneIs() {
        Person ben = LiveServer.somebody();
        long room = anna.direct(ben);
        ben.say(room, "are you there?");
        try (LiveClient live = LiveClient.of(anna)) {
            assertThat(live.await("hello"))
                    .containsOnlyKeys("type", "epoch", "username", "accountId", "sessionId", "rooms")
                    .containsAllEntriesOf(Fields.of(
                            "epoch",
                            anna.epoch(),
                            "username",
                            anna.name(),
                            "accountId",
                            anna.accountId(),
                            "sessionId",
                            anna.sessionId(),
                            "rooms",
                            anna.api().get("/rooms").json().getJsonArray("rooms")));
        }
    }

    @Test
    void withoutATokenThereIsNoSocket() throws IOException {
        assertNotLoggedIn(handshake());
        assertNotLoggedIn(handshake("Authorization: Bearer nobody's\r\n"));
    }

    @Test
    void aTokenThatWasLoggedOutOpensNothing() throws IOException {
        anna.api().delete("/sessions/current").expect(204);
        assertNotLoggedIn(handshake("Authorization: Bearer " + anna.token() + "\r\n"));
    }

    @Test
    void aCookieOpensItForAPageOfThisServer() throws IOException {
        assertThat(handshake(cookie(), "Origin: " + ownOrigin() + "\r\n").status())
                .isEqualTo(101);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://evil.example", "null", "file://", "http://127.0.0.1.evil.example", "http://127.0.0.1"})
    void aCookieOpensNothingForAnyOtherPage(String origin) throws IOException {
        assertThat(handshake(cookie(), "Origin: " + origin + "\r\n").slug()).contains("wrong-origin");
    }

    @Test
    void aCookieWithoutAnOriginOpensNothing() throws IOException {
        assertThat(handshake(cookie()).slug()).contains("wrong-origin");
    }

    @Test
    void aTokenNeedsNoOrigin() throws IOException {
        Answer answer = handshake("Authorization: Bearer " + anna.token() + "\r\n", "Origin: http://evil.example\r\n");
        assertThat(answer.status()).isEqualTo(101);
        assertThat(answer.header("Sec-WebSocket-Accept")).contains("s3pPLMBiTxaQ9kYGzzhZRbK+xOo=");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Upgrade: websocket\r\nConnection: Upgrade\r\n",
                "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 8\r\nSec-WebSocket-Key: " + KEY
                        + "\r\n",
                "Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: short\r\n",
                "Upgrade: h2c\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: " + KEY
                        + "\r\n",
            })
    void whatIsNoHandshakeIsRefused(String headers) throws IOException {
        String host = LiveServer.process().url().getAuthority();
        Answer answer = RawConnection.ask(
                LiveServer.process().url(),
                "GET /live HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\nAuthorization: Bearer " + anna.token()
                        + "\r\n" + headers + "\r\n");
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.slug()).contains("invalid");
        assertThat(answer.header("Sec-WebSocket-Version")).contains("13");
    }
}
