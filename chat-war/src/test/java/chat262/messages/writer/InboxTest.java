package chat262.messages.writer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat262.accounts.Caller;
import chat262.api.Content;
import chat262.api.problems.ProblemType;
import chat262.platform.Time;
import chat262.problems.ProblemException;
import chat262.rooms.MemberId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What waits for the writer. */
class InboxTest {
    private static final Caller ANN = new Caller(1L, "ann", 1L, Time.now());
    private static final Caller BOB = new Caller(2L, "bob", 2L, Time.now());

    private final Inbox inbox = new Inbox();

    @Test
    void aBatchIsAllThatWaitsInItsOrderUpToItsSize() {
        for (int i = 0; i < Inbox.MAX_BATCH + 1; i++) {
            send();
        }
        Batch first = inbox.take();
        assertThat(first.sends()).hasSize(Inbox.MAX_BATCH);
        send();
        assertThat(inbox.take().sends()).hasSize(2);
    }

    @Test
    void aMessageWaitsForFewOfTheCursorsThatCameBeforeIt() {
        acknowledge(Inbox.CURSORS_PER_BATCH + 1);
        assertThat(inbox.take().acknowledgements()).hasSize(Inbox.CURSORS_PER_BATCH);
        send();
        Batch second = inbox.take();
        assertThat(second.sends()).hasSize(1);
        assertThat(second.acknowledgements()).hasSize(1);
    }

    @Test
    void ofManyCursorsAShareIsTakenAtOnceUpToTheSizeOfABatch() {
        acknowledge(400);
        assertThat(inbox.take().acknowledgements()).hasSize(100);
        acknowledge(Inbox.MAX_WAITING);
        assertThat(inbox.take().acknowledgements()).hasSize(Inbox.MAX_BATCH);
    }

    @Test
    void theFirstSendIsNotDelayedToFillABatch() throws Exception {
        CompletableFuture<Batch> taken = CompletableFuture.supplyAsync(inbox::take);
        send();
        assertThat(taken.get(30, TimeUnit.SECONDS).sends()).hasSize(1);
    }

    @Test
    void aFullInboxRefusesSendsAndStillTakesCursors() {
        for (int i = 0; i < Inbox.MAX_WAITING; i++) {
            send();
        }
        assertOverloaded(this::send);
        inbox.acknowledge(ANN, 1, 1);
        inbox.take();
        send();
    }

    @Test
    void theCursorsOfAMemberBecomeOne() {
        inbox.acknowledge(ANN, 1, 5);
        inbox.acknowledge(ANN, 1, 7);
        inbox.acknowledge(ANN, 2, 1);
        inbox.acknowledge(BOB, 1, 3);
        assertThat(inbox.take().acknowledgements())
                .extracting(Acknowledgement::member)
                .containsExactly(new MemberId(1, 1), new MemberId(2, 1), new MemberId(1, 2));
    }

    @Test
    void equalAcknowledgementsShareAnAnswerAndDifferentOnesAreBounded() {
        assertThat(inbox.acknowledge(ANN, 1, 5)).isSameAs(inbox.acknowledge(ANN, 1, 5));
        for (int seq = 1_001; seq < 1_000 + Inbox.MAX_WAITING; seq++) {
            inbox.acknowledge(ANN, 1, seq);
        }
        assertOverloaded(() -> inbox.acknowledge(ANN, 1, 6));
        inbox.take();
        inbox.acknowledge(ANN, 1, 6);
    }

    @Test
    void aRoomThatIsPutAsideWaitsInItsOrderAndTheOthersDoNot() {
        List<String> ofOne = List.of(send(1), send(1));
        String ofOther = send(2);
        inbox.acknowledge(ANN, 1, 5);
        inbox.putAside(1);
        String later = send(1);
        assertThat(keys(inbox.take())).containsExactly(ofOther);
        inbox.takeBack(1);
        String last = send(1);
        Batch back = inbox.take();
        assertThat(keys(back)).containsExactly(ofOne.get(0), ofOne.get(1), later, last);
        assertThat(back.acknowledgements()).hasSize(1);
    }

    @Test
    void aRoomOfWhichNothingWaitsIsAsideNoMore() {
        inbox.putAside(1);
        String waits = send(1);
        assertThat(keys(inbox.takeAside(1))).containsExactly(waits);
        assertThat(inbox.takeAside(1).isEmpty()).isTrue();
        String goesOn = send(1);
        assertThat(keys(inbox.take())).containsExactly(goesOn);
    }

    @Test
    void whatIsAsideWhenTheLastBatchWasTakenIsGivenOutThere() {
        inbox.putAside(1);
        String waits = send(1);
        inbox.close();
        assertThat(inbox.take().isEmpty()).isTrue();
        assertThat(inbox.takeBack(1)).isFalse();
        assertThat(keys(inbox.takeAside(1))).containsExactly(waits);
    }

    @Test
    void aRoomThatIsPutAsideIsBoundedAndLeavesRoomForTheOthers() {
        inbox.putAside(1);
        for (int i = 0; i < Inbox.MAX_ASIDE; i++) {
            send(1);
        }
        assertOverloaded(() -> send(1));
        send(2);
    }

    private static List<String> keys(Batch batch) {
        return batch.sends().stream().map(send -> send.call().key()).toList();
    }

    @Test
    void aClosedInboxRefusesWhatComesAndGivesOutWhatIsThere() {
        send();
        inbox.close();
        assertOverloaded(this::send);
        assertThat(inbox.take().sends()).hasSize(1);
        assertThat(inbox.take().isEmpty()).isTrue();
    }

    /** As so many people. */
    private void acknowledge(int count) {
        for (long accountId = 1; accountId <= count; accountId++) {
            inbox.acknowledge(new Caller(accountId, "ann" + accountId, accountId, Time.now()), 1, 1);
        }
    }

    private void send() {
        send(1);
    }

    private String send(long room) {
        String key = UUID.randomUUID().toString();
        inbox.send(ANN, room, new Content.Text("text"), key);
        return key;
    }

    private static void assertOverloaded(Runnable call) {
        assertThatThrownBy(call::run).isInstanceOfSatisfying(ProblemException.class, problem -> {
            assertThat(problem.type()).isEqualTo(ProblemType.OVERLOADED);
            assertThat(problem.retryAfterSeconds()).isNotNull();
        });
    }
}
