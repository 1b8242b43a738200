package chat262.it.contract;

import static chat262.it.contract.Refusals.assertInvalid;
import static chat262.it.contract.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.TouchesStorage;
import chat262.it.client.Answer;
import chat262.it.client.Api;
import chat262.it.client.Fields;
import chat262.it.client.Person;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TouchesStorage
@ExtendWith(SharedServer.class)
class SessionsIT {
    private final Api nobody = SharedServer.api();

    private Answer logIn(String username, String password, Object... more) {
        JsonObject login = Fields.of("username", username, "password", password);
        JsonObject rest = Fields.of(more);
        return nobody.post(
                "/sessions",
                Json.createObjectBuilder(login)
                        .addAll(Json.createObjectBuilder(rest))
                        .build());
    }

    private String registered() {
        String name = SharedServer.unusedName("Log");
        nobody.post("/accounts", Fields.of("username", name, "password", Person.PASSWORD))
                .expect(201);
        return name;
    }

    @Test
    void loggingInAnswersWithATokenThatLetsOneIn() {
        String name = registered();
        Answer answer = logIn(name.toLowerCase(), Person.PASSWORD, "device", "phone");
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json()).containsOnlyKeys("token", "username", "accountId", "sessionId", "expiresAt", "epoch");
        assertThat(answer.text("username")).isEqualTo(name);
        assertThat(answer.text("token")).hasSizeGreaterThanOrEqualTo(43);
        assertThat(Duration.between(Instant.now(), Instant.parse(answer.text("expiresAt"))))
                .isBetween(Duration.ofDays(29), Duration.ofDays(31));
        assertThat(nobody.as(answer.text("token")).get("/rooms").text("epoch")).isEqualTo(answer.text("epoch"));
    }

    @Test
    void anUnknownNameAndAWrongPasswordGetOneAndTheSameAnswer() {
        Answer wrong = logIn(registered(), "not the password");
        Answer unknown = logIn("nobody.has.this", "not the password");
        assertRefused(wrong, "wrong-credentials");
        assertRefused(unknown, "wrong-credentials");
        assertThat(wrong.json()).isEqualTo(unknown.json());
        assertThat(wrong.headers().map().keySet())
                .isEqualTo(unknown.headers().map().keySet());
        assertRefused(logIn("", ""), "wrong-credentials");
        assertRefused(logIn("x".repeat(30_000), "y".repeat(30_000)), "wrong-credentials");
        assertRefused(logIn("a\u0000b' OR '1'='1", "%"), "wrong-credentials");
    }

    @Test
    void aSecondLoginIsRefusedAndTakeOverEndsTheFirst() {
        String name = registered();
        Api first = nobody.as(logIn(name, Person.PASSWORD).text("token"));
        Answer second = logIn(name, Person.PASSWORD);
        assertRefused(second, "logged-in-elsewhere");
        assertThat(second.text("detail")).contains("CHAT_SESSIONS_PER_ACCOUNT");
        assertRefused(logIn(name, Person.PASSWORD, "takeOver", false), "logged-in-elsewhere");
        assertRefused(logIn(name, "wrong password", "takeOver", true), "wrong-credentials");
        assertThat(first.get("/rooms").status()).isEqualTo(200);

        Answer third = logIn(name, Person.PASSWORD, "takeOver", true);
        assertThat(third.status()).isEqualTo(201);
        assertRefused(first.get("/rooms"), "not-logged-in");
        assertThat(nobody.as(third.text("token")).get("/rooms").status()).isEqualTo(200);
    }

    @Test
    void loggingOutEndsTheSessionAndMakesRoomForAnother() {
        Person anna = SharedServer.somebody();
        Answer out = anna.api().delete("/sessions/current");
        assertThat(out.status()).isEqualTo(204);
        assertThat(out.body()).isEmpty();
        assertRefused(anna.api().delete("/sessions/current"), "not-logged-in");
        assertThat(logIn(anna.name(), Person.PASSWORD).status()).isEqualTo(201);
    }

    @Test
    void theOwnDevicesAreListedAndCanBeLoggedOutById() {
        String name = registered();
        Answer login = logIn(name, Person.PASSWORD, "device", "old 📱");
        Api api = nobody.as(login.text("token"));
        Answer list = api.get("/sessions");
        assertThat(list.status()).isEqualTo(200);
        JsonObject session = list.objects("sessions").get(0);
        assertThat(list.objects("sessions")).hasSize(1);
        assertThat(session).containsOnlyKeys("id", "device", "createdAt", "lastUsedAt", "current");
        assertThat(session.getString("device")).isEqualTo("old 📱");
        assertThat(session.getBoolean("current")).isTrue();
        assertThat(session.getJsonNumber("id").longValueExact()).isEqualTo(login.number("sessionId"));

        assertThat(api.delete("/sessions/" + login.number("sessionId")).status())
                .isEqualTo(204);
        assertRefused(api.get("/sessions"), "not-logged-in");
    }

    @Test
    void nobodyLogsASessionOfAnotherOut() {
        Person anna = SharedServer.somebody();
        Person eve = SharedServer.somebody();
        assertRefused(eve.api().delete("/sessions/" + anna.sessionId()), "not-found");
        for (String id : List.of("0", "-1", "abc", "1.5", "99999999999999999999", "999999999", "%20")) {
            assertRefused(eve.api().delete("/sessions/" + id), "not-found");
        }
        assertThat(anna.api().get("/rooms").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Bearer",
                "Bearer ",
                "Bearer x",
                "Bearer AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
                "Basic YTpi",
                "Token abc",
                "Bearer ' OR '1'='1",
                "bearer\tx"
            })
    void whoHasNoGoodTokenStaysOutside(String authorization) {
        Api forged = nobody.with("Authorization", authorization);
        assertRefused(forged.get("/rooms"), "not-logged-in");
        assertRefused(forged.get("/accounts/me"), "not-logged-in");
        assertRefused(forged.get("/no/such/page"), "not-logged-in");
        assertRefused(forged.delete("/accounts/me"), "not-logged-in");
        assertRefused(forged.post("/rooms/1/messages", Fields.of("body", "x")), "not-logged-in");
    }

    @Test
    void everyCallButRegisteringAndLoggingInNeedsAToken() {
        for (String call : List.of(
                "GET /accounts",
                "GET /accounts/x",
                "PUT /accounts/me/password",
                "DELETE /accounts/me",
                "GET /sessions",
                "DELETE /sessions/1",
                "DELETE /sessions/current",
                "POST /rooms",
                "PUT /rooms/direct/x",
                "GET /rooms",
                "GET /rooms/1",
                "GET /rooms/search",
                "GET /rooms/open",
                "POST /rooms/1/members",
                "DELETE /rooms/1/members/x",
                "PATCH /rooms/1",
                "PATCH /rooms/1/members/x",
                "POST /rooms/1/messages",
                "GET /rooms/1/messages",
                "PUT /rooms/1/cursor",
                "POST /accounts/x",
                "PUT /accounts",
                "GET /")) {
            String[] parts = call.split(" ");
            assertRefused(nobody.send(parts[0], parts[1], "{}"), "not-logged-in");
        }
    }

    @Test
    void aTokenIsTakenWithAnyCaseOfBearer() {
        String token = logIn(registered(), Person.PASSWORD).text("token");
        assertThat(nobody.with("Authorization", "bearer " + token).get("/rooms").status())
                .isEqualTo(200);
        assertRefused(nobody.with("Authorization", "Bearer " + token + "x").get("/rooms"), "not-logged-in");
        assertRefused(
                nobody.with("Authorization", "Bearer " + token.toLowerCase()).get("/rooms"), "not-logged-in");
    }

    @Test
    void aLoginThatIsNotOneIsInvalid() {
        assertInvalid(nobody.post("/sessions", Fields.of()), "username", "password");
        assertInvalid(nobody.post("/sessions", Fields.of("username", 1, "password", null)), "username", "password");
        assertInvalid(logIn("a", "b", "takeOver", "yes"), "takeOver");
        assertInvalid(logIn("a", "b", "device", 5), "device");
        assertInvalid(logIn("a", "b", "device", "x".repeat(101)), "device");
    }
}
