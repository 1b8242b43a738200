package chat262.it.http;

import static chat262.it.contract.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import chat262.it.client.Answer;
import chat262.it.client.Fields;
import chat262.it.client.Person;
import chat262.it.client.RawConnection;
import chat262.it.contract.SharedServer;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The cookie of a page that comes through a proxy, which names the server in its own way. */
@ExtendWith(SharedServer.class)
class CookieBehindProxyIT {
    private static final String ORIGIN = "Origin: https://chat.example\r\n";

    private final Person anna = SharedServer.somebody();

    private static Answer call(String method, String path, String host, String headers, String body)
            throws IOException {
        return RawConnection.ask(
                SharedServer.process().url(),
                "%s /api/v1%s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\nContent-Type: application/json\r\n"
                                .formatted(method, path, host)
                        + "Content-Length: %d\r\n%s\r\n%s".formatted(body.length(), headers, body));
    }

    private Answer logIn(String host, String headers) throws IOException {
        String account = Fields.of("username", anna.name(), "password", Person.PASSWORD, "takeOver", true)
                .toString();
        return call("POST", "/sessions?cookie=true", host, headers, account);
    }

    private static List<String> attributes(Answer answer) {
        return List.of(answer.header("Set-Cookie").orElseThrow().split(";\\s*"));
    }

    private static String inTab(Answer login, String cookie) {
        return "Cookie: %s\r\nX-Chat-Session: %d\r\n".formatted(cookie, login.number("sessionId"));
    }

    @Test
    void theCookieOfAPageThatCameOverTlsIsForTlsOnly() throws IOException {
        assertThat(attributes(logIn("chat.example", ORIGIN)))
                .contains("Secure")
                .first()
                .asString()
                .startsWith("__Secure-");
        assertThat(attributes(logIn("chat.example", "X-Forwarded-Proto: https\r\n")))
                .contains("Secure");
        assertThat(attributes(logIn("chat.example", "Origin: http://chat.example\r\nX-Forwarded-Proto: https\r\n")))
                .as("a browser without TLS would throw it away")
                .doesNotContain("Secure");
    }

    @ParameterizedTest
    @CsvSource({
        "https://chat.example, chat.example:443",
        "https://chat.example, CHAT.Example",
        "https://chat.example, chat.example:80",
        "http://chat.example, chat.example:80",
        "http://chat.example:443, chat.example:443",
        "https://[::1], [::1]:443"
    })
    void aHostIsTheSameWithItsDefaultPortAndInOtherLetters(String origin, String host) throws IOException {
        String header = "Origin: " + origin + "\r\n";
        Answer login = logIn(host, header);
        assertThat(login.status()).isEqualTo(201);
        String tab = inTab(login, attributes(login).get(0));
        assertThat(call("DELETE", "/sessions/current", host, header + tab, "").status())
                .isEqualTo(204);
    }

    @Test
    void aProxyThatNamesTheServerOtherwiseIsToldAtTheLogin() throws IOException {
        Answer refused = logIn("10.0.0.7:8080", ORIGIN);
        assertRefused(refused, "wrong-origin");
        assertThat(refused.text("detail")).contains("https://chat.example", "10.0.0.7:8080", "Host $http_host");
    }

    @Test
    void theCookieIsSetAgainOnceADayWhileItIsUsed() throws IOException {
        long today = today();
        Answer login = logIn("chat.example", ORIGIN);
        String fresh = attributes(login).get(0);
        Answer sameDay = call("GET", "/rooms", "chat.example", inTab(login, fresh), "");
        String old = fresh.replaceFirst("[0-9]+$", String.valueOf(today - 1));
        Answer nextDay = call("GET", "/rooms", "chat.example", inTab(login, old), "");
        assumeTrue(today == today(), "midnight has passed meanwhile");
        assertThat(sameDay.header("Set-Cookie")).isEmpty();
        assertThat(nextDay.status()).isEqualTo(200);
        assertThat(attributes(nextDay)).contains(fresh, "Secure", "Max-Age=2592000");
    }

    private static long today() {
        return LocalDate.now(ZoneOffset.UTC).toEpochDay();
    }

    @Test
    void aLoginUnderTheNameThatAllServersSharedGoesOnUnderTheNewOne() throws IOException {
        Answer login = logIn("chat.example", ORIGIN);
        String fresh = attributes(login).get(0);
        String token = fresh.replaceFirst(".*=", "").replaceFirst("\\..*", "");
        Answer used = call("GET", "/rooms", "chat.example", ORIGIN + inTab(login, "chat-token=" + token), "");
        assertThat(used.status()).isEqualTo(200);
        assertThat(attributes(used).get(0)).startsWith(fresh.replaceFirst("\\..*", "."));
    }
}
