package chat262.it.live;

import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.client.LiveClient;
import chat262.it.client.Person;
import chat262.it.process.Await;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(LiveServer.class)
class AcksIT {
    private final Person anna = LiveServer.somebody();
    private final Person ben = LiveServer.somebody();
    private final long room = anna.direct(ben);

    private void say(int count) {
        for (int i = 0; i < count; i++) {
            anna.say(room, "message");
        }
    }

    @Test
    void whatIsAcknowledgedTogetherIsStoredTogether() {
        Person bensPhone = Person.logIn(LiveServer.api(), ben.name());
        try (LiveClient live = LiveClient.of(ben);
                LiveClient phone = LiveClient.of(bensPhone)) {
            phone.await("hello");
            say(100);
            live.awaitMessage(room, 100);
            for (int seq = 1; seq <= 100; seq++) {
                live.acknowledge(room, seq);
            }
            phone.await("cursor", frame -> frame.getInt("cursor") == 100);
            assertThat(ben.fetch(room).number("cursor")).isEqualTo(100);
            // Each stored move is told once.
            assertThat(phone.frames("cursor").size()).isLessThan(50);
        }
    }

    @Test
    void anAcknowledgementOfWhatIsNotThereIsRefusedAndHidesNoOther() {
        try (LiveClient live = LiveClient.of(ben)) {
            say(3);
            live.awaitMessage(room, 3);
            live.acknowledge(room, 2);
            live.acknowledge(room, 1_000_000_000);
            assertThat(live.await("problem").getString("slug")).isEqualTo("beyond-the-end");
            assertThat(live.frames("problem").get(0).getInt("room")).isEqualTo((int) room);
            awaitCursor(2);
        }
    }

    @Test
    void aLowerSeqChangesNothing() {
        try (LiveClient live = LiveClient.of(ben)) {
            say(3);
            live.awaitMessage(room, 3);
            live.acknowledge(room, 3);
            awaitCursor(3);
            live.acknowledge(room, 1);
            anna.say(room, "one more");
            live.awaitMessage(room, 4);
            assertThat(ben.fetch(room).number("cursor")).isEqualTo(3);
            assertThat(live.frames("problem")).isEmpty();
        }
    }

    @Test
    void theLastWordsOfAClientThatGoesCount() {
        LiveClient live = LiveClient.of(ben);
        say(5);
        live.awaitMessage(room, 5);
        live.acknowledge(room, 5);
        // Its answer means that what was sent before it has been read, too.
        live.sendText("rubbish");
        live.await("problem");
        live.close();
        awaitCursor(5);
    }

    private void awaitCursor(long seq) {
        Await.until("the cursor is at " + seq, () -> ben.fetch(room).number("cursor") == seq);
    }
}
