package chat262.it.contract;

import static chat262.it.contract.Refusals.assertInvalid;
import static chat262.it.contract.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.TouchesStorage;
import chat262.it.client.Answer;
import chat262.it.client.Api;
import chat262.it.client.Fields;
import chat262.it.client.Person;
import jakarta.json.JsonValue;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TouchesStorage
@ExtendWith(SharedServer.class)
class AccountsIT {
    private final Api nobody = SharedServer.api();

    private Answer register(Object username, Object password) {
        return nobody.post("/accounts", Fields.of("username", username, "password", password));
    }

    private Answer logIn(String username, String password) {
        return nobody.post("/sessions", Fields.of("username", username, "password", password, "takeOver", true));
    }

    @Test
    void registeringAnswersWithTheAccountAndWhereItIs() {
        String name = SharedServer.unusedName("Anna-_");
        Answer answer = register(name, "12345678");
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json()).containsOnlyKeys("username", "createdAt");
        assertThat(answer.text("username")).isEqualTo(name);
        assertThat(answer.text("createdAt")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        assertThat(Instant.parse(answer.text("createdAt")))
                .isBefore(Instant.now().plusSeconds(60));
        assertThat(answer.header("Location"))
                .as("relative to the call, whose address only the client knows")
                .contains("accounts/" + name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ".a",
                "_a",
                "-a",
                "a b",
                "a\n",
                " a",
                "a ",
                "a/b",
                "a%",
                "a*",
                "ä",
                "Ａ",
                "😀",
                "a\u0000",
                "a\u200d",
                "aaaaaaaaaaaaaaaaaaaaa",
                "<b>",
                "a'--"
            })
    void aUsernameThatBreaksTheRuleIsInvalid(String name) {
        assertInvalid(register(name, "12345678"), "username");
    }

    @Test
    void aUsernameHasOneToTwentyCharacters() {
        assertThat(register("7", "12345678").status()).isIn(201, 409);
        String longest = (SharedServer.unusedName("x") + "x".repeat(20)).substring(0, 20);
        assertThat(register(longest, "12345678").status()).isEqualTo(201);
    }

    @Test
    void whatIsMissingNullOrOfAnotherTypeIsNamed() {
        assertInvalid(nobody.post("/accounts", Fields.of()), "username", "password");
        assertInvalid(register(null, null), "username", "password");
        assertInvalid(register(1, true), "username", "password");
        assertInvalid(register(List.of("a"), JsonValue.EMPTY_JSON_OBJECT), "username", "password");
    }

    @Test
    void aPasswordHasEightTo256CodePointsOfAnyKind() {
        assertInvalid(register(SharedServer.unusedName("a"), "1234567"), "password");
        assertInvalid(register(SharedServer.unusedName("a"), "😀".repeat(7)), "password");
        assertInvalid(register(SharedServer.unusedName("a"), "x".repeat(257)), "password");
        String half = "{\"username\": \"%s\", \"password\": \"1234567\\ud83d\"}";
        assertInvalid(nobody.send("POST", "/accounts", half.formatted(SharedServer.unusedName("a"))), "password");
        for (String password :
                List.of("😀".repeat(8), "😀".repeat(256), "        ", "\u0000\u0001\n\t5678", "pä%_'\"ß漢")) {
            String name = SharedServer.unusedName("a");
            assertThat(register(name, password).status()).isEqualTo(201);
            assertThat(logIn(name, password).status()).isEqualTo(201);
            assertRefused(logIn(name, password + " "), "wrong-credentials");
        }
    }

    @Test
    void aPasswordIsTheSameInEveryUnicodeForm() {
        String name = SharedServer.unusedName("a");
        assertThat(register(name, "Zu\u0308rich in  Ma\u0308rz").status()).isEqualTo(201);
        assertThat(logIn(name, "Z\u00fcrich\u00a0in\u3000 M\u00e4rz").status()).isEqualTo(201);
        assertRefused(logIn(name, "Zurich in  Marz"), "wrong-credentials");
        assertInvalid(register(SharedServer.unusedName("a"), "u\u0308".repeat(7)), "password");
    }

    @Test
    void aTakenUsernameIsRefusedInAnyCase() {
        String name = SharedServer.unusedName("Taken");
        assertThat(register(name, "12345678").status()).isEqualTo(201);
        assertRefused(register(name, "12345678"), "username-taken");
        assertRefused(register(name.toUpperCase(), "other password"), "username-taken");
        assertRefused(logIn(name, "other password"), "wrong-credentials");
    }

    @Test
    void anAccountIsFoundInAnyCaseAndShownAsFirstWritten() {
        Person anna = SharedServer.somebody();
        String name = SharedServer.unusedName("MiXed");
        register(name, "12345678").expect(201);
        for (String asked : List.of(name, name.toLowerCase(), name.toUpperCase())) {
            Answer answer = anna.api().get("/accounts/" + asked);
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.json()).containsOnlyKeys("username", "createdAt");
            assertThat(answer.text("username")).isEqualTo(name);
        }
        assertRefused(anna.api().get("/accounts/nobody.has.this"), "not-found");
        assertRefused(anna.api().get("/accounts/" + name + "%20"), "not-found");
        assertRefused(anna.api().get("/accounts/" + name.replace('.', '_')), "not-found");
    }

    /** Words that paths are made of are names like any other. */
    @ParameterizedTest
    @ValueSource(strings = {"me", "direct", "search", "current", "messages", "cursor", "members", "accounts"})
    void aWordOfThePathsCanBeAUsername(String word) {
        Person anna = SharedServer.somebody();
        Person namesake = Person.join(nobody, word);
        assertThat(anna.api().get("/accounts/" + word).text("username")).isEqualTo(word);
        long room = anna.direct(namesake);
        assertThat(anna.send(room, "hello").status()).isEqualTo(201);
        long group = anna.group(SharedServer.unusedName("words"), namesake);
        assertThat(anna.changeRole(group, namesake, "OWNER").status()).isEqualTo(200);
        assertThat(anna.remove(group, namesake).status()).isEqualTo(204);
        assertThat(namesake.deleteAccount().status()).isEqualTo(204);
    }

    @Test
    void aNewPasswordEndsTheOtherSessionsAndTheOldPassword() {
        Person anna = SharedServer.somebody();
        Answer changed =
                anna.api().put("/accounts/me/password", Fields.of("current", Person.PASSWORD, "new", "12345678"));
        assertThat(changed.status()).isEqualTo(204);
        assertThat(changed.body()).isEmpty();
        assertThat(anna.api().get("/rooms").status()).isEqualTo(200);
        assertRefused(logIn(anna.name(), Person.PASSWORD), "wrong-credentials");
        assertThat(logIn(anna.name(), "12345678").status()).isEqualTo(201);
    }

    @Test
    void aPasswordIsChangedOnlyByWhoKnowsItAndOnlyToAGoodOne() {
        Person anna = SharedServer.somebody();
        String path = "/accounts/me/password";
        assertRefused(anna.api().put(path, Fields.of("current", "wrong one", "new", "12345678")), "wrong-credentials");
        assertInvalid(anna.api().put(path, Fields.of("current", Person.PASSWORD, "new", "1234567")), "new");
        assertInvalid(anna.api().put(path, Fields.of("current", Person.PASSWORD)), "new");
        assertInvalid(anna.api().put(path, Fields.of("new", "12345678")), "current");
        assertRefused(nobody.put(path, Fields.of("current", Person.PASSWORD, "new", "12345678")), "not-logged-in");
        assertThat(logIn(anna.name(), Person.PASSWORD).status()).isEqualTo(201);
    }
}
