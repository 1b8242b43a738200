package chat262.messages.writer;

import static org.assertj.core.api.Assertions.assertThat;

import chat262.api.Message;
import chat262.api.problems.ProblemType;
import chat262.messages.writer.BatchPlan.AccountKey;
import chat262.messages.writer.BatchPlan.MembershipState;
import chat262.messages.writer.BatchPlan.StoredKey;
import chat262.messages.writer.MessagesAppended.Entry;
import chat262.platform.RateLimit;
import chat262.platform.Time;
import chat262.rooms.MemberId;
import chat262.rooms.Result;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What becomes of a batch, decided without a database. */
class BatchPlanTest extends BatchPlanFixture {
    @Test
    void eachRoomIsNumberedOnFromItsCounterInTheOrderOfTheSends() {
        Send first = send(ANN, ROOM, "a");
        Send second = send(BOB, ROOM, "b");
        Send elsewhere = send(ANN, OTHER_ROOM, "c");
        BatchPlan plan = carryOut(first, elsewhere, second);
        assertThat(seq(first)).isEqualTo(11);
        assertThat(seq(second)).isEqualTo(12);
        assertThat(seq(elsewhere)).isEqualTo(1);
        assertThat(plan.newLastSeqs()).isEqualTo(Map.of(ROOM, 12L, OTHER_ROOM, 1L));
        assertThat(plan.result().appended())
                .extracting(entry -> entry.senderId() + ": " + entry.message().body())
                .containsExactly("1: a", "1: c", "2: b");
    }

    @Test
    void noRequestIsAnsweredBeforeTheResponsesRun() {
        Send send = send(ANN, ROOM, "a");
        BatchPlan plan = plan(new Batch(List.of(send), List.of()));
        assertThat(answer(send)).isNotDone();
        plan.result().responses().forEach(Runnable::run);
        assertThat(answer(send)).isCompleted();
    }

    @Test
    void ofEqualKeysTheFirstOneIsStoredAndTheOthersShareItsAnswer() {
        String key = key();
        Send first = new Send(ANN, ROOM, text("same"), key, new RequestCallback());
        Send again = new Send(ANN, ROOM, text("same"), key, new RequestCallback());
        BatchPlan plan = carryOut(first, again);
        assertThat(result(first).changed()).isTrue();
        assertThat(result(again)).isEqualTo(new Result<>(result(first).view(), false));
        assertThat(plan.newEntries()).hasSize(1);
    }

    @Test
    void anEqualKeyWithAnotherBodyOrRoomIsRefusedAndTakesNoNumber() {
        String key = key();
        Send first = new Send(ANN, ROOM, text("one text"), key, new RequestCallback());
        Send otherBody = new Send(ANN, ROOM, text("another text"), key, new RequestCallback());
        Send otherRoom = new Send(ANN, OTHER_ROOM, text("one text"), key, new RequestCallback());
        BatchPlan plan = carryOut(first, otherBody, otherRoom);
        assertRefused(answer(otherBody), ProblemType.KEY_REUSED);
        assertRefused(answer(otherRoom), ProblemType.KEY_REUSED);
        assertThat(plan.newLastSeqs()).isEqualTo(Map.of(ROOM, 11L));
    }

    @Test
    void aKeyOfAnotherAccountIsAnotherKey() {
        String key = key();
        Send anns = new Send(ANN, ROOM, text("same"), key, new RequestCallback());
        Send bobs = new Send(BOB, ROOM, text("same"), key, new RequestCallback());
        carryOut(anns, bobs);
        assertThat(seq(anns)).isEqualTo(11);
        assertThat(seq(bobs)).isEqualTo(12);
    }

    @Test
    void aKeyIsFreeAfterARefusal() {
        String key = key();
        Send stranger = new Send(BOB, OTHER_ROOM, text("text"), key, new RequestCallback());
        Send member = new Send(BOB, ROOM, text("text"), key, new RequestCallback());
        carryOut(stranger, member);
        assertRefused(answer(stranger), ProblemType.NOT_FOUND);
        assertThat(seq(member)).isEqualTo(11);
    }

    @Test
    void aKnownKeyIsAnsweredEvenIfTheSenderHasLeftSince() {
        Send send = send(ANN, ROOM, "sent long ago");
        Message stored = send.message(3, Time.now());
        keys.put(AccountKey.of(send), new StoredKey(send.call().fingerprint(), stored));
        members.clear();
        BatchPlan plan = carryOut(send);
        assertThat(result(send)).isEqualTo(new Result<>(stored, false));
        assertThat(plan.newEntries()).isEmpty();
    }

    @Test
    void aKnownKeyOfAnotherCallIsRefused() {
        Send send = send(ANN, ROOM, "text");
        keys.put(AccountKey.of(send), new StoredKey("a fingerprint of a room call", null));
        carryOut(send);
        assertRefused(answer(send), ProblemType.KEY_REUSED);
    }

    @Test
    void aSendToAClosedRoomIsRefused() {
        members.put(new MemberId(ROOM, 1), new MembershipState(10, true, 4));
        Send send = send(ANN, ROOM, "text");
        carryOut(send);
        assertRefused(answer(send), ProblemType.FORBIDDEN);
    }

    @Test
    void anOutcomeThatTravelsWithItsEntryDoesSoAlsoWhenTheBatchWasTriedBefore() {
        Send fresh = new Send(ANN, ROOM, text("new"), key(), new Travelling());
        Send known = new Send(ANN, ROOM, text("stored by the first try"), key(), new Travelling());
        keys.put(AccountKey.of(known), new StoredKey(known.call().fingerprint(), known.message(10, Time.now())));
        BatchPlan plan = carryOut(new Batch(List.of(known, fresh), List.of()).again());
        assertThat(plan.result().appended()).extracting(Entry::callback).containsExactly(null, fresh.callback());
        assertThat(((Travelling) known.callback()).told).containsExactly("10, repeat");
        assertThat(((Travelling) fresh.callback()).told).isEmpty();
    }

    private static final class Travelling implements SendCallback {
        private final List<String> told = new ArrayList<>();

        @Override
        public void stored(Message message, boolean repeat) {
            told.add(message.seq() + (repeat ? ", repeat" : ""));
        }

        @Override
        public void failed(Throwable failure) {
            told.add(failure.getMessage());
        }

        @Override
        public boolean travelsWithEntry() {
            return true;
        }
    }

    @Test
    void theLimitCountsAMessageOnceHoweverOftenItIsTried() {
        limit = new RateLimit(1, Duration.ofMinutes(1));
        Send first = send(ANN, ROOM, "a");
        Send tooMuch = send(ANN, ROOM, "b");
        plan(new Batch(List.of(first), List.of())); // this try is rolled back
        carryOut(first, tooMuch);
        assertThat(seq(first)).isEqualTo(11);
        assertRefused(answer(tooMuch), ProblemType.SLOW_DOWN);
    }

    @Test
    void theCursorMovesToTheHighestSeqThatExists() {
        Acknowledgement acknowledgement = new Acknowledgement(new MemberId(ROOM, 1));
        CompletableFuture<Long> low = acknowledgement.ask(3);
        CompletableFuture<Long> high = acknowledgement.ask(9);
        CompletableFuture<Long> beyond = acknowledgement.ask(11);
        Send send = send(ANN, ROOM, "this becomes 11, which nobody can have shown");
        BatchPlan plan = carryOut(new Batch(List.of(send), List.of(acknowledgement)));
        assertThat(plan.newCursors()).isEqualTo(Map.of(new MemberId(ROOM, 1), 9L));
        assertThat(low).isCompletedWithValue(9L);
        assertThat(high).isCompletedWithValue(9L);
        assertRefused(beyond, ProblemType.BEYOND_THE_END);
    }

    @Test
    void aCursorNeverFalls() {
        Acknowledgement acknowledgement = new Acknowledgement(new MemberId(ROOM, 2));
        CompletableFuture<Long> low = acknowledgement.ask(5);
        BatchPlan plan = carryOut(new Batch(List.of(), List.of(acknowledgement)));
        assertThat(plan.newCursors()).isEmpty();
        assertThat(low).isCompletedWithValue(10L);
    }

    @Test
    void afterAnUnknownOutcomeWhatAnEarlierTryHasStoredIsPublishedInOrder() {
        Send stored = send(ANN, ROOM, "stored by the first try");
        Send missing = send(ANN, ROOM, "not stored");
        keys.put(AccountKey.of(stored), new StoredKey(stored.call().fingerprint(), stored.message(10, Time.now())));
        Batch batch = new Batch(List.of(missing, stored), List.of());
        assertThat(carryOut(batch.again()).result().appended())
                .extracting(entry -> entry.message().seq())
                .containsExactly(10L, 11L);
        assertThat(carryOut(batch).result().appended()).hasSize(1);
    }
}
