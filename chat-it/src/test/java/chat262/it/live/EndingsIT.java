package chat262.it.live;

import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.client.Fields;
import chat262.it.client.LiveClient;
import chat262.it.client.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LiveServer.class)
class EndingsIT {
    private static final int SESSION_ENDED = 4401;
    private static final int RESTART = 1012;

    private final Person anna = LiveServer.somebody();

    @Test
    void loggingOutClosesTheSocketsOfThatSessionAndOfNoOther() {
        Person phone = Person.logIn(LiveServer.api(), anna.name());
        try (LiveClient first = LiveClient.of(anna);
                LiveClient second = LiveClient.of(anna);
                LiveClient other = LiveClient.of(phone)) {
            first.await("hello");
            second.await("hello");
            other.await("hello");
            anna.api().delete("/sessions/current").expect(204);
            assertThat(first.awaitClose()).isEqualTo(SESSION_ENDED);
            assertThat(second.awaitClose()).isEqualTo(SESSION_ENDED);
            assertThat(other.isOpen()).isTrue();
        }
    }

    @Test
    void loggingAnotherDeviceOutClosesItsSocket() {
        Person phone = Person.logIn(LiveServer.api(), anna.name());
        try (LiveClient live = LiveClient.of(phone)) {
            live.await("hello");
            anna.api().delete("/sessions/" + phone.sessionId()).expect(204);
            assertThat(live.awaitClose()).isEqualTo(SESSION_ENDED);
        }
    }

    @Test
    void beingTakenOverClosesTheSocket() {
        try (LiveClient live = LiveClient.of(anna)) {
            live.await("hello");
            for (int i = 0; i < 3; i++) {
                Person.logIn(LiveServer.api(), anna.name());
            }
            assertThat(live.awaitClose()).isEqualTo(SESSION_ENDED);
        }
    }

    @Test
    void anotherPasswordClosesTheOtherDevices() {
        Person phone = Person.logIn(LiveServer.api(), anna.name());
        try (LiveClient own = LiveClient.of(anna);
                LiveClient other = LiveClient.of(phone)) {
            own.await("hello");
            other.await("hello");
            anna.api()
                    .put("/accounts/me/password", Fields.of("current", Person.PASSWORD, "new", "another password"))
                    .expect(204);
            assertThat(other.awaitClose()).isEqualTo(SESSION_ENDED);
            assertThat(own.isOpen()).isTrue();
        }
    }

    @Test
    void whoDeletesTheAccountIsGoneAtOnce() {
        Person ben = LiveServer.somebody();
        long room = ben.group("g." + ben.name(), anna);
        try (LiveClient live = LiveClient.of(anna);
                LiveClient bens = LiveClient.of(ben)) {
            live.await("hello");
            bens.await("hello");
            anna.deleteAccount().expect(204);
            ben.say(room, "for those who are left");
            assertThat(live.awaitClose()).isEqualTo(SESSION_ENDED);
            assertThat(bens.awaitMessage(room, 2).getString("kind")).isEqualTo("left");
            bens.awaitMessage(room, 3);
            assertThat(live.seqs(room)).doesNotContain(3L);
        }
    }

    @Test
    void aServerThatRestartsSaysSoAndGreetsAgain() {
        Person ben = LiveServer.somebody();
        long room = ben.direct(anna);
        try (LiveClient live = LiveClient.of(anna)) {
            live.await("hello");
            LiveServer.process().stop();
            assertThat(live.awaitClose()).isEqualTo(RESTART);
        } finally {
            if (!LiveServer.process().isAlive()) {
                LiveServer.process().start();
            }
        }
        try (LiveClient live = LiveClient.of(anna)) {
            live.await("hello");
            ben.say(room, "you are back");
            live.awaitMessage(room, 1);
        }
    }
}
