package chat262.messages.writer;

import static org.assertj.core.api.Assertions.assertThat;

import chat262.accounts.Caller;
import chat262.api.Content;
import chat262.platform.Time;
import chat262.rooms.MemberId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** How a batch is parted when something in it can't be stored. */
class BatchTest {
    private static final Caller ANN = new Caller(1L, "ann", 1L, Time.now());

    @Test
    void halvingAgainAndAgainLeavesEachSendAloneAndInItsOrder() {
        List<Send> sends = IntStream.range(0, 100).mapToObj(i -> send()).toList();
        List<Send> alone = new ArrayList<>();
        Deque<Batch> parts = new ArrayDeque<>(List.of(new Batch(sends, List.of())));
        while (!parts.isEmpty()) {
            Batch part = parts.pop();
            if (part.standsAlone()) {
                alone.addAll(part.sends());
            } else {
                parts.push(part.halves().get(1));
                parts.push(part.halves().get(0));
            }
        }
        assertThat(alone).isEqualTo(sends);
    }

    @Test
    void aHalfIsNeverEmpty() {
        Batch two = new Batch(List.of(send(), send()), List.of());
        assertThat(two.halves()).hasSize(2).allMatch(Batch::standsAlone);
        Batch twoCursors = new Batch(List.of(), List.of(acknowledgement(1), acknowledgement(2)));
        assertThat(twoCursors.halves()).hasSize(2).allMatch(Batch::standsAlone);
    }

    @Test
    void sendsAndCursorsArePartedFirst() {
        Batch mixed = new Batch(List.of(send(), send()), List.of(acknowledgement(1)));
        assertThat(mixed.halves())
                .containsExactly(new Batch(mixed.sends(), List.of()), new Batch(List.of(), mixed.acknowledgements()));
    }

    @Test
    void anotherTryIsTheSameBatchAndKnowsThatItIsNotTheFirst() {
        Batch batch = new Batch(List.of(send()), List.of(acknowledgement(1)));
        assertThat(batch.again()).isEqualTo(new Batch(batch.sends(), batch.acknowledgements(), true, 0));
        assertThat(batch.afterConflict()).isEqualTo(new Batch(batch.sends(), batch.acknowledgements(), true, 1));
    }

    /** Otherwise what an earlier try of the whole has stored would not be announced. */
    @Test
    void aPartOfABatchThatWasTriedWasTriedToo() {
        Batch batch = new Batch(List.of(send(), send()), List.of(acknowledgement(1)));
        assertThat(batch.halves()).noneMatch(Batch::tried);
        assertThat(batch.again().halves()).allMatch(Batch::tried);
        assertThat(batch.again().halves().get(0).halves()).allMatch(Batch::tried);
        assertThat(batch.again().of(room -> true).tried()).isTrue();
    }

    @Test
    void whatItHasOfSomeRoomsIsInTheSameOrder() {
        Send first = send(1);
        Send second = send(1);
        Batch batch = new Batch(List.of(first, send(2), second, send(3)), List.of(acknowledgement(1)));
        assertThat(batch.rooms()).containsExactly(1L, 2L, 3L);
        assertThat(batch.of(room -> room == 1)).isEqualTo(new Batch(List.of(first, second), batch.acknowledgements()));
        assertThat(batch.of(room -> room == 4).isEmpty()).isTrue();
    }

    @Test
    void whenItFailsEverybodyHasAnAnswerOfTheirOwn() {
        Acknowledgement acknowledgement = acknowledgement(1);
        List<CompletableFuture<?>> asked = new ArrayList<>(List.of(acknowledgement.ask(3), acknowledgement.ask(4)));
        List<Send> sends = List.of(send(), send());
        sends.forEach(send -> asked.add(((RequestCallback) send.callback()).answer()));
        List<Runnable> answers = new Batch(sends, List.of(acknowledgement)).failures(new IllegalStateException());
        assertThat(answers).hasSize(4);
        for (int given = 0; given < 4; given++) {
            assertThat(asked.stream().filter(CompletableFuture::isCompletedExceptionally))
                    .hasSize(given);
            answers.get(given).run();
        }
        assertThat(asked).allMatch(CompletableFuture::isCompletedExceptionally);
    }

    private static Send send() {
        return send(1);
    }

    private static Send send(long room) {
        return new Send(ANN, room, new Content.Text("text"), UUID.randomUUID().toString(), new RequestCallback());
    }

    private static Acknowledgement acknowledgement(long account) {
        return new Acknowledgement(new MemberId(1, account));
    }
}
