package chat262.it.process;

import static chat262.it.contract.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.client.Answer;
import chat262.it.client.Api;
import chat262.it.client.Fields;
import chat262.it.client.Person;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A server whose settings are not the usual ones. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SettingsIT {
    private static final int SESSIONS = 3;
    private static final int FAILED_LOGINS = 4;
    private static final int SENDS = 2;

    /** It starts the server again with another setting. */
    private static final int LAST = Integer.MAX_VALUE;

    @TempDir
    static Path data;

    private static ServerProcess server;

    @BeforeAll
    static void start() {
        server = ServerProcess.start(
                data,
                Map.of(
                        "CHAT_PASSWORD_ITERATIONS", "1024",
                        "CHAT_SESSIONS_PER_ACCOUNT", "" + SESSIONS,
                        "CHAT_FAILED_LOGINS_PER_MINUTE", "" + FAILED_LOGINS,
                        "CHAT_SENDS_PER_SECOND", "" + SENDS));
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static Api nobody() {
        return Api.of(server.url());
    }

    private static Answer logIn(String name, String password, boolean takeOver) {
        return nobody().post("/sessions", Fields.of("username", name, "password", password, "takeOver", takeOver));
    }

    private static String register(String name) {
        nobody().post("/accounts", Fields.of("username", name, "password", Person.PASSWORD))
                .expect(201);
        return name;
    }

    @Test
    void anAccountHasAsManySessionsAsAreAllowedAndTakeOverEndsTheOldest() {
        String name = register("sessions");
        List<Api> devices = new ArrayList<>();
        for (int n = 0; n < SESSIONS; n++) {
            devices.add(
                    nobody().as(logIn(name, Person.PASSWORD, false).expect(201).text("token")));
        }
        assertRefused(logIn(name, Person.PASSWORD, false), "logged-in-elsewhere");
        assertThat(devices.get(2).get("/sessions").objects("sessions"))
                .hasSize(SESSIONS)
                .extracting(session -> session.getBoolean("current"))
                .containsExactly(false, false, true);

        devices.add(nobody().as(logIn(name, Person.PASSWORD, true).expect(201).text("token")));
        assertRefused(devices.get(0).get("/rooms"), "not-logged-in");
        assertThat(devices.subList(1, 4))
                .allMatch(device -> device.get("/rooms").status() == 200);
    }

    @Test
    void aNewPasswordEndsTheOtherSessionsAndKeepsTheOwn() {
        String name = register("password");
        Api first = nobody().as(logIn(name, Person.PASSWORD, false).expect(201).text("token"));
        Api second = nobody().as(logIn(name, Person.PASSWORD, false).expect(201).text("token"));
        first.put("/accounts/me/password", Fields.of("current", Person.PASSWORD, "new", "another one"))
                .expect(204);
        assertThat(first.get("/rooms").status()).isEqualTo(200);
        assertRefused(second.get("/rooms"), "not-logged-in");
    }

    @Test
    void whoTriesManyWrongPasswordsHasToWaitEvenWithTheRightOne() {
        String name = register("guessed");
        for (int n = 0; n < FAILED_LOGINS; n++) {
            assertRefused(logIn(name, "wrong password", false), "wrong-credentials");
        }
        assertRefused(logIn(name, "wrong password", false), "slow-down");
        assertRefused(logIn(name.toUpperCase(), Person.PASSWORD, false), "slow-down");
        assertThat(logIn(register("innocent"), Person.PASSWORD, false).status()).isEqualTo(201);
    }

    /** The proxy of these tests is on the same machine, so what it says of addresses counts. */
    @Test
    void guessesOfOthersLockNobodyOutAndAnAddressHasItsLimitForAllNames() {
        String name = register("hunted");
        Api member = nobody().as(logIn(name, Person.PASSWORD, false).expect(201).text("token"));
        for (int n = 0; n < FAILED_LOGINS; n++) {
            assertRefused(logInFrom("192.0.2." + n, name, "wrong password"), "wrong-credentials");
        }
        assertRefused(logInFrom("192.0.2.0", name, Person.PASSWORD), "slow-down");
        assertThat(logInFrom("192.0.2.200", name, Person.PASSWORD).status()).isEqualTo(201);
        member.put("/accounts/me/password", Fields.of("current", Person.PASSWORD, "new", "another one"))
                .expect(204);

        for (int n = 0; n < FAILED_LOGINS; n++) {
            assertRefused(logInFrom("2001:db8::" + n, "nobody" + n, "wrong password"), "wrong-credentials");
        }
        assertRefused(logInFrom("2001:db8::ff", "innocent.too", "wrong password"), "slow-down");
        assertRefused(logInFrom("forged, 2001:db8::1", "innocent.too", "wrong password"), "slow-down");
    }

    private static Answer logInFrom(String address, String name, String password) {
        return nobody().with("X-Forwarded-For", address)
                .post("/sessions", Fields.of("username", name, "password", password));
    }

    @Test
    @Order(LAST)
    void strangersCreateNoAccountsWhereThatIsClosedAndMembersDo() {
        Person anna = Person.join(nobody(), "anna");
        server.stop();
        server.set("CHAT_REGISTRATION", "closed");
        server.start();
        JsonObject guest = Fields.of("username", "guest", "password", Person.PASSWORD);
        Answer refused = nobody().post("/accounts", guest);
        assertRefused(refused, "forbidden");
        assertThat(refused.text("detail")).contains("ask a member");
        assertRefused(nobody().as("no token").post("/accounts", guest), "forbidden");
        assertThat(anna.api().post("/accounts", guest).status()).isEqualTo(201);
        assertThat(logIn("guest", Person.PASSWORD, false).status()).isEqualTo(201);
    }

    @Test
    void whoSendsTooFastHasToWaitAndARepeatIsNoSend() {
        Person anna = Person.join(nobody(), "fast");
        long room = anna.direct(Person.join(nobody(), "peer"));
        List<Answer> accepted = new ArrayList<>();
        Answer refused;
        do {
            refused = anna.send(room, "quickly");
            if (refused.status() == 201) {
                accepted.add(refused);
            }
        } while (refused.status() == 201 && accepted.size() < 10_000);
        assertRefused(refused, "slow-down");
        assertThat(accepted).hasSizeGreaterThanOrEqualTo(SENDS);
        assertThat(anna.log(room)).hasSize(accepted.size());
        assertThat(anna.send(room, "quickly", accepted.get(0).text("key")).status())
                .isEqualTo(200);
    }
}
