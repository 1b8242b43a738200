package chat262.it.http;

import static chat262.it.contract.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.client.Answer;
import chat262.it.client.Fields;
import chat262.it.client.Person;
import chat262.it.client.RawConnection;
import chat262.it.contract.SharedServer;
import java.io.IOException;
import java.net.SocketException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that no HTTP client sends, byte by byte. */
@ExtendWith(SharedServer.class)
class RawRequestsIT {
    private static final String HOST = "Host: localhost\r\n";

    private final String token = token();

    private static String token() {
        Person anna = SharedServer.somebody();
        return SharedServer.api()
                .post("/sessions", Fields.of("username", anna.name(), "password", Person.PASSWORD, "takeOver", true))
                .expect(201)
                .text("token");
    }

    private static RawConnection connect() throws IOException {
        return RawConnection.to(SharedServer.process().url());
    }

    private static Answer ask(String request) throws IOException {
        return RawConnection.ask(SharedServer.process().url(), request);
    }

    private String head(String method, String path) {
        return method + " " + path + " HTTP/1.1\r\n" + HOST + "Authorization: Bearer " + token + "\r\n";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/rooms/%00",
                "/api/v1/accounts/a%00b",
                "/api/v1/accounts/a%2fb",
                "/api/v1/accounts/a%2Fb",
                "/api/v1/accounts/a%5cb",
                "/api/v1/accounts/%",
                "/api/v1/accounts/%4",
                "/api/v1/accounts/%zz",
                "/api/v1/accounts/%ff",
                "/api/v1/accounts/%c0%af",
                "/api/v1/accounts/%ed%a0%80",
                "/api/v1/accounts?match=%",
                "/api/v1/accounts?match=%z",
                "/api/v1/accounts/\u00e4",
                "/api/v1\\rooms",
                "/%00",
                "/api/v1/../../../etc/passwd",
                "/a%2f..%2f..%2fetc"
            })
    void aPathWithABadEscapeIsInvalidOrNotFound(String path) throws IOException {
        Answer answer = ask(head("GET", path) + "\r\n");
        assertRefused(answer, answer.status() == 404 ? "not-found" : "invalid");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/../v1/rooms", "/api/v1/./rooms", "//api/v1/rooms", "/api//v1/rooms", "/%61pi/v1/rooms",
                "/api/v1;x=y/rooms", "/api/v1/rooms;x=y", "/./api/v1/rooms", "/x/../api/v1/rooms", "/api/v1/rooms/"
            })
    void noSpellingOfAPathGetsRoundTheDoor(String path) throws IOException {
        Answer answer = ask("GET " + path + " HTTP/1.1\r\n" + HOST + "\r\n");
        assertThat(answer.status()).isIn(400, 401, 404);
        assertRefused(answer, answer.slug().orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET\r\n\r\n",
                "GET /\r\n\r\n",
                "GET / HTTP/1.1\r\n\r\n",
                "GET / HTTP/9.9\r\nHost: a\r\n\r\n",
                "G@T / HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET x HTTP/1.1\r\nHost: a\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a b\r\n\r\n",
                "GET / HTTP/1.1\r\nHost: a\r\nBad Name: x\r\n\r\n",
                "\u0016\u0003\u0001\r\n\r\n",
                "hello\r\n\r\n",
                "POST /api/v1/accounts HTTP/1.1\r\nHost: a\r\nContent-Length: x\r\n\r\n",
                "POST /api/v1/accounts HTTP/1.1\r\nHost: a\r\nContent-Length: -1\r\n\r\n",
                "POST /api/v1/accounts HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: gzip\r\n\r\n"
            })
    void whatIsNoHttpIsInvalid(String request) throws IOException {
        assertRefused(ask(request), "invalid");
    }

    @Test
    void manyHeadersAreTooLarge() throws IOException {
        String many = "X-Filler: x\r\n".repeat(400);
        assertRefused(ask(head("GET", "/api/v1/rooms") + many + "\r\n"), "headers-too-large");
    }

    @Test
    void theAnswerToAnUploadThatIsTooLargeCanStillBeRead() throws IOException {
        String chunk = "8000\r\n" + "x".repeat(0x8000) + "\r\n";
        String head = head("POST", "/api/v1/rooms") + "Content-Type: application/json\r\n";
        try (RawConnection connection = connect()) {
            connection.write(head + "Transfer-Encoding: chunked\r\n\r\n");
            for (int sent = 0; sent < 200; sent++) {
                connection.write(chunk);
            }
            assertRefused(connection.write("0\r\n\r\n").answer(), "too-large");
        }
        try (RawConnection connection = connect()) {
            connection.write(head + "Content-Length: 6553600\r\n\r\n");
            for (int sent = 0; sent < 200; sent++) {
                connection.write("x".repeat(0x8000));
            }
            assertRefused(connection.answer(), "too-large");
        }
    }

    @Test
    void theAnswerToAnUploadByNobodyCanStillBeRead() throws IOException {
        try (RawConnection connection = connect()) {
            connection.write("POST /api/v1/rooms HTTP/1.1\r\n" + HOST + "Content-Length: 6553600\r\n\r\n");
            for (int sent = 0; sent < 200; sent++) {
                connection.write("x".repeat(0x8000));
            }
            assertRefused(connection.answer(), "not-logged-in");
        }
    }

    @Test
    void brokenChunksAreInvalid() throws IOException {
        String head =
                head("POST", "/api/v1/rooms") + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n";
        assertRefused(ask(head + "zz\r\n{}\r\n0\r\n\r\n"), "invalid");
    }

    @Test
    void aRefusalLeavesTheNextRequestOnTheConnectionAlone() throws IOException {
        try (RawConnection connection = connect()) {
            connection.write(head("GET", "/api/v1/rooms/0") + "\r\n");
            assertRefused(connection.answer(), "not-found");
            connection.write(head("GET", "/api/v1/rooms") + "\r\n");
            assertThat(connection.answer().status()).isEqualTo(200);
        } catch (SocketException e) {
            throw new AssertionError("the server closed a connection that is fine", e);
        }
    }

    @Test
    void aRequestThatEndsInTheMiddleStoresNothing() throws IOException {
        String body = "{\"username\":\"" + SharedServer.unusedName("half") + "\",\"password\":\"12345678\"}";
        String head =
                "POST /api/v1/accounts HTTP/1.1\r\n" + HOST + "Content-Type: application/json\r\nContent-Length: ";
        try (RawConnection connection = connect()) {
            connection.write(head + (body.length() + 1) + "\r\n\r\n" + body);
        }
        Answer whole = ask(head + body.length() + "\r\n\r\n" + body);
        assertThat(whole.status()).isEqualTo(201);
    }
}
