package chat262.it.contract;

import static chat262.it.contract.Refusals.assertInvalid;
import static chat262.it.contract.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.TouchesStorage;
import chat262.it.client.Answer;
import chat262.it.client.Fields;
import chat262.it.client.Person;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@TouchesStorage
@ExtendWith(SharedServer.class)
class CursorIT {
    private final Person anna = SharedServer.somebody();
    private final Person ben = SharedServer.somebody();
    private final long room = anna.direct(ben);

    private void send(int messages) {
        for (int n = 1; n <= messages; n++) {
            anna.say(room, "message " + n);
        }
    }

    @Test
    void acknowledgingMovesTheCursorUpAndNeverDown() {
        send(5);
        Answer moved = ben.acknowledge(room, 3);
        assertThat(moved.status()).isEqualTo(200);
        assertThat(moved.json()).containsOnlyKeys("cursor", "epoch");
        assertThat(moved.number("cursor")).isEqualTo(3);
        assertThat(moved.text("epoch")).isEqualTo(ben.epoch());
        for (int lower : List.of(3, 2, 0)) {
            Answer same = ben.acknowledge(room, lower);
            assertThat(same.status()).isEqualTo(200);
            assertThat(same.number("cursor")).isEqualTo(3);
        }
        assertThat(ben.acknowledge(room, 5).number("cursor")).isEqualTo(5);
        assertThat(ben.room(room).number("cursor")).isEqualTo(5);
    }

    @Test
    void aSeqThatDoesNotExistYetIsRefusedAndChangesNothing() {
        assertThat(ben.acknowledge(room, 0).number("cursor")).isZero();
        assertRefused(ben.acknowledge(room, 1), "beyond-the-end");
        send(2);
        assertRefused(ben.acknowledge(room, 3), "beyond-the-end");
        assertRefused(ben.acknowledge(room, 1_000_000_000), "beyond-the-end");
        assertRefused(ben.acknowledge(room, Long.MAX_VALUE), "beyond-the-end");
        assertInvalid(ben.acknowledge(room, -1), "seq");
        assertThat(ben.room(room).number("cursor")).isZero();
    }

    @Test
    void aCursorIsItsOwnMembersAndRooms() {
        send(4);
        long other = anna.direct(SharedServer.somebody());
        anna.say(other, "elsewhere");
        anna.acknowledge(room, 4).expect(200);
        assertThat(ben.room(room).number("cursor")).isZero();
        assertThat(anna.room(other).number("cursor")).isZero();
        assertThat(ben.room(room).objects("members"))
                .extracting(member -> member.getString("username") + member.getInt("cursor"))
                .containsExactlyInAnyOrder(anna.name() + 4, ben.name() + 0);
    }

    @Test
    void aMoveThatNamesAnotherEpochIsRefused() {
        send(2);
        String path = "/rooms/" + room + "/cursor";
        Answer other = ben.api()
                .put(path, Fields.of("seq", 1, "epoch", UUID.randomUUID().toString()));
        assertRefused(other, "history-changed");
        assertRefused(ben.api().put(path, Fields.of("seq", 99, "epoch", "")), "history-changed");
        assertInvalid(ben.api().put(path, Fields.of("seq", 1, "epoch", 7)), "epoch");
        assertThat(ben.room(room).number("cursor")).isZero();
        assertThat(ben.api()
                        .put(path, Fields.of("seq", 1, "epoch", ben.epoch()))
                        .number("cursor"))
                .isEqualTo(1);
        assertThat(ben.api().put(path, Fields.of("seq", 2, "epoch", null)).number("cursor"))
                .isEqualTo(2);
    }

    @Test
    void nobodyAcknowledgesWhereTheyAreNot() {
        send(1);
        Person eve = SharedServer.somebody();
        assertRefused(eve.acknowledge(room, 1), "not-found");
        for (String id : List.of("0", "-1", "abc", "999999999", "99999999999999999999")) {
            assertRefused(ben.api().put("/rooms/" + id + "/cursor", Fields.of("seq", 0)), "not-found");
        }
        long group = anna.group(SharedServer.unusedName("cursor"), ben);
        ben.remove(group, ben).expect(204);
        assertRefused(ben.acknowledge(group, 1), "not-found");
    }

    @Test
    void theEpochIsOneAndTheSameEverywhere() {
        send(1);
        assertThat(List.of(
                        anna.epoch(),
                        anna.api().get("/rooms").text("epoch"),
                        anna.fetch(room).text("epoch"),
                        anna.fetch(room, "before=end").text("epoch"),
                        anna.acknowledge(room, 1).text("epoch")))
                .containsOnly(ben.epoch());
    }
}
