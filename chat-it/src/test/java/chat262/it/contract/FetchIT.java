package chat262.it.contract;

import static chat262.it.contract.Refusals.assertInvalid;
import static chat262.it.contract.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.TouchesStorage;
import chat262.it.client.Answer;
import chat262.it.client.Person;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TouchesStorage
@ExtendWith(SharedServer.class)
class FetchIT {
    private final Person anna = SharedServer.somebody();
    private final Person ben = SharedServer.somebody();
    private final long room = anna.direct(ben);

    @BeforeEach
    void sevenMessages() {
        for (int n = 1; n <= 7; n++) {
            anna.say(room, "message " + n);
        }
    }

    private static List<Long> seqs(Answer answer) {
        return answer.expect(200).objects("messages").stream()
                .map(message -> message.getJsonNumber("seq").longValueExact())
                .toList();
    }

    private static Long[] range(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toArray(Long[]::new);
    }

    @Test
    void aFetchTellsTheMessagesTheEndTheCursorAndTheEpoch() {
        ben.acknowledge(room, 2).expect(200);
        Answer answer = ben.fetch(room);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json()).containsOnlyKeys("messages", "lastSeq", "cursor", "epoch");
        assertThat(answer.number("lastSeq")).isEqualTo(7);
        assertThat(answer.number("cursor")).isEqualTo(2);
        assertThat(answer.text("epoch")).isEqualTo(ben.epoch());
        assertThat(answer.objects("messages").get(0))
                .containsOnlyKeys("room", "seq", "kind", "sender", "sentAt", "body");
    }

    @Test
    void withoutAfterWhatIsNotAcknowledgedIsFetched() {
        assertThat(seqs(ben.fetch(room))).containsExactly(range(1, 7));
        ben.acknowledge(room, 3).expect(200);
        assertThat(seqs(ben.fetch(room))).containsExactly(range(4, 7));
        assertThat(seqs(ben.fetch(room, "limit=2"))).containsExactly(4L, 5L);
        ben.acknowledge(room, 7).expect(200);
        assertThat(seqs(ben.fetch(room))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0,7,1,7", "0,3,1,3", "3,3,4,6", "5,3,6,7", "6,1,7,7", "7,3,1,0", "8,3,1,0", "999999999999,500,1,0"})
    void afterGivesWhatIsAboveAscending(long after, int limit, long first, long last) {
        assertThat(seqs(ben.fetch(room, "after=" + after + "&limit=" + limit))).containsExactly(range(first, last));
    }

    @ParameterizedTest
    @CsvSource({
        "8,7,1,7",
        "8,3,5,7",
        "7,3,4,6",
        "4,3,1,3",
        "3,3,1,2",
        "2,1,1,1",
        "1,3,1,0",
        "0,3,1,0",
        "end,3,5,7",
        "end,500,1,7",
        "9,3,5,7",
        "1000,3,5,7",
        "999999999999,500,1,7"
    })
    void beforeGivesWhatIsJustBelowAscending(String before, int limit, long first, long last) {
        assertThat(seqs(ben.fetch(room, "before=" + before + "&limit=" + limit)))
                .containsExactly(range(first, last));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"-1", "", "abc", "1.5", "99999999999999999999", "+1", "%201", "1e0", "end", "0x1", "%D9%A1"})
    void anAfterThatIsNoSeqIsInvalid(String after) {
        assertInvalid(ben.fetch(room, "after=" + after), "after");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "", "abc", "1.5", "99999999999999999999", "+1", "END", "start"})
    void aBeforeThatIsNoSeqIsInvalid(String before) {
        assertInvalid(ben.fetch(room, "before=" + before), "before");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "501", "abc", "1.5", ""})
    void aLimitOutsideOneTo500IsInvalid(String limit) {
        assertInvalid(ben.fetch(room, "limit=" + limit), "limit");
        assertInvalid(ben.fetch(room, "before=end&limit=" + limit), "limit");
    }

    @Test
    void afterAndBeforeTogetherAreInvalid() {
        assertRefused(ben.fetch(room, "after=1&before=5"), "invalid");
        assertRefused(ben.fetch(room, "after=1&before=end"), "invalid");
    }

    @Test
    void aPageHasAHundredUnlessAskedOtherwise() {
        long group = anna.group(SharedServer.unusedName("pages"), ben);
        for (int n = 2; n <= 105; n++) {
            anna.say(group, "message " + n);
        }
        assertThat(seqs(ben.fetch(group))).containsExactly(range(1, 100));
        assertThat(seqs(ben.fetch(group, "before=end"))).containsExactly(range(6, 105));
        assertThat(seqs(ben.fetch(group, "limit=500"))).containsExactly(range(1, 105));
        assertThat(ben.log(group)).hasSize(105);
    }

    @Test
    void aFetchMovesNothing() {
        Answer first = ben.fetch(room);
        assertThat(ben.fetch(room).json()).isEqualTo(first.json());
        assertThat(ben.room(room).number("cursor")).isZero();
    }

    @Test
    void aStrangerFetchesNothingAndCanNotTellARoomFromNone() {
        Person eve = SharedServer.somebody();
        Answer closed = eve.fetch(room);
        assertRefused(closed, "not-found");
        for (String id : List.of("999999999", "0", "-1", "abc", "99999999999999999999", "1.5", "%2e")) {
            Answer none = eve.api().get("/rooms/" + id + "/messages");
            assertRefused(none, "not-found");
            assertThat(none.text("detail")).isEqualTo(closed.text("detail"));
        }
    }
}
