package chat262.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat262.accounts.Caller;
import chat262.api.Content;
import chat262.api.problems.ProblemType;
import chat262.platform.Time;
import chat262.problems.ProblemException;
import chat262.rooms.MemberId;
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
        inbox.send(ANN, 1, new Content.Text("text"), UUID.randomUUID().toString());
    }

    private static void assertOverloaded(Runnable call) {
        assertThatThrownBy(call::run).isInstanceOfSatisfying(ProblemException.class, problem -> {
            assertThat(problem.type()).isEqualTo(ProblemType.OVERLOADED);
            assertThat(problem.retryAfterSeconds()).isNotNull();
        });
    }
}
