package chat262.it.http;

import static chat262.it.contract.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.client.Answer;
import chat262.it.client.Api;
import chat262.it.client.Fields;
import chat262.it.client.Person;
import chat262.it.contract.SharedServer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedServer.class)
class CookieLoginIT {
    private final Api nobody = SharedServer.api();
    private final Person anna = SharedServer.somebody();

    private Answer logIn(Person person) {
        return nobody.post(
                        "/sessions?cookie=true",
                        Fields.of("username", person.name(), "password", Person.PASSWORD, "takeOver", true))
                .expect(201);
    }

    private static String cookie(Answer login) {
        return login.header("Set-Cookie").orElseThrow().split(";")[0];
    }

    private static String ownOrigin() {
        return "http://127.0.0.1:" + SharedServer.process().port();
    }

    private Api inTab(String cookie, Object session) {
        return inTab(cookie, session, ownOrigin());
    }

    private Api inTab(String cookie, Object session, String origin) {
        return nobody.with("Cookie", "theme=dark; " + cookie)
                .with("X-Chat-Session", session.toString())
                .with("Origin", origin);
    }

    @Test
    void theTokenIsInACookieThatScriptsAndOtherSitesCanNotUse() {
        Answer login = logIn(anna);
        assertThat(login.json()).containsOnlyKeys("username", "accountId", "sessionId", "expiresAt", "epoch");
        String[] attributes = login.header("Set-Cookie").orElseThrow().split(";\\s*");
        assertThat(attributes).contains("HttpOnly", "SameSite=Strict", "Path=/").doesNotContain("Secure");
        assertThat(attributes).noneMatch(attribute -> attribute.startsWith("Domain"));
        assertThat(inTab(cookie(login), login.number("sessionId")).get("/rooms").status())
                .isEqualTo(200);
    }

    @Test
    void aCallByCookieMustNameItsSession() {
        Answer login = logIn(anna);
        String cookie = cookie(login);
        assertRefused(nobody.with("Cookie", cookie).get("/rooms"), "not-logged-in");
        for (Object session : new Object[] {login.number("sessionId") + 1, "", "0", "x", anna.sessionId()}) {
            assertRefused(inTab(cookie, session).get("/rooms"), "not-logged-in");
        }
    }

    /** One browser has one cookie: a second tab that logs in as somebody else changes it under the first. */
    @Test
    void aTabDoesNothingInTheNameOfSomebodyElse() {
        Person ben = SharedServer.somebody();
        long room = anna.direct(ben);
        Answer first = logIn(anna);
        Answer second = logIn(ben);
        Api firstTab = inTab(cookie(second), first.number("sessionId"));
        assertRefused(
                firstTab.keyed(Person.newKey()).post("/rooms/" + room + "/messages", Fields.of("body", "by whom?")),
                "not-logged-in");
        assertRefused(firstTab.delete("/accounts/me"), "not-logged-in");
        Api secondTab = inTab(cookie(second), second.number("sessionId"));
        assertThat(secondTab.get("/rooms/" + room + "/messages?after=0").objects("messages"))
                .isEmpty();
    }

    @Test
    void aTokenInAHeaderCountsMoreThanACookie() {
        Person ben = SharedServer.somebody();
        String cookie = cookie(logIn(anna));
        Answer answer = ben.api().with("Cookie", cookie).get("/sessions");
        assertThat(answer.objects("sessions").get(0).getJsonNumber("id").longValueExact())
                .isEqualTo(ben.sessionId());
        assertRefused(nobody.as("forged").with("Cookie", cookie).get("/rooms"), "not-logged-in");
    }

    @Test
    void aCookieChangesSomethingOnlyForPagesOfThisServer() {
        Answer login = logIn(anna);
        long session = login.number("sessionId");
        Api noOrigin = nobody.with("Cookie", cookie(login)).with("X-Chat-Session", String.valueOf(session));
        assertRefused(noOrigin.delete("/sessions/current"), "wrong-origin");
        for (String origin : List.of("http://evil.example", "http://127.0.0.1:1", "http://127.0.0.1", "null", "?")) {
            assertRefused(inTab(cookie(login), session, origin).delete("/sessions/current"), "wrong-origin");
        }
        assertThat(noOrigin.get("/rooms").status()).isEqualTo(200);
        assertThat(inTab(cookie(login), session, ownOrigin().replace("http:", "https:"))
                        .delete("/sessions/current")
                        .status())
                .as("behind a proxy that ends TLS")
                .isEqualTo(204);
    }

    @Test
    void loggingOutEndsTheCookieToo() {
        Answer login = logIn(anna);
        Api tab = inTab(cookie(login), login.number("sessionId"));
        assertThat(tab.delete("/sessions/current").status()).isEqualTo(204);
        assertRefused(tab.get("/rooms"), "not-logged-in");
    }
}
