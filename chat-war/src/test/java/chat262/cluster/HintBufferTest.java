package chat262.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What is told between two hints, and how it is divided. */
class HintBufferTest {
    private static final int MAX_NOTIFY_BYTES = 8_000;

    private final HintBuffer buffer = new HintBuffer();

    private List<Hint> take() throws InterruptedException {
        return buffer.take(0);
    }

    @Test
    void whatIsToldOfARoomManyTimesIsOneHintWithItsHighestSeq() throws InterruptedException {
        buffer.appended(1, 7);
        buffer.appended(1, 9);
        buffer.appended(1, 8);
        buffer.cursorMoved(1, 5);
        buffer.cursorMoved(1, 5);
        buffer.cursorMoved(1, 6);
        assertThat(take()).singleElement().satisfies(hint -> {
            assertThat(hint.lastSeqs()).isEqualTo(Map.of(1L, 9L));
            assertThat(hint.cursors()).isEqualTo(Map.of(1L, Set.of(5L, 6L)));
        });
        assertThat(take()).isEmpty();
    }

    @Test
    void aGroupThatWasFoundedIsNotMistakenForTheAccountsThatJoinIt() throws InterruptedException {
        buffer.joined(1, Set.of());
        buffer.joined(1, Set.of(7L));
        assertThat(take()).extracting(Hint::joined).containsExactly(Map.of(1L, Set.of()), Map.of(1L, Set.of(7L)));
    }

    @Test
    void aHintIsNeverLongerThanPostgreSqlAllowsAndNothingIsLeftOut() throws InterruptedException {
        long big = Long.MAX_VALUE;
        String name = "\ud83d\ude00".repeat(32);
        LongStream.range(0, 1_000).forEach(i -> {
            buffer.appended(big - i, big - i);
            buffer.cursorMoved(big - i, big - i);
            buffer.joined(big - i, Set.of(big - i));
            buffer.directClosed(big - i);
            buffer.sessionsEnded(big - i);
            buffer.typing(big - i, big - i, name);
        });
        List<Hint> hints = take();
        assertThat(hints)
                .hasSizeGreaterThan(1)
                .allSatisfy(hint ->
                        assertThat(text(hint).getBytes(StandardCharsets.UTF_8)).hasSizeLessThan(MAX_NOTIFY_BYTES));
        assertThat(all(hints, hint -> hint.lastSeqs().keySet())).hasSize(1_000);
        assertThat(all(hints, hint -> hint.cursors().keySet())).hasSize(1_000);
        assertThat(all(hints, hint -> hint.joined().keySet())).hasSize(1_000);
        assertThat(all(hints, Hint::closed)).hasSize(1_000);
        assertThat(all(hints, Hint::ended)).hasSize(1_000);
        assertThat(all(hints, hint -> hint.typing().keySet())).hasSize(1_000);
    }

    private static Set<Long> all(List<Hint> hints, Function<Hint, Set<Long>> part) {
        return hints.stream().flatMap(hint -> part.apply(hint).stream()).collect(Collectors.toCollection(HashSet::new));
    }

    private static String text(Hint hint) {
        String id = "00000000-0000-0000-0000-000000000000";
        return new HintMessage(id, id, hint).toJson();
    }

    @Test
    void aHintIsReadAsItWasWritten() throws InterruptedException {
        buffer.appended(1, 9);
        buffer.cursorMoved(2, 5);
        buffer.joined(3, Set.of(8L));
        buffer.directClosed(4);
        buffer.sessionsEnded(5);
        buffer.typing(6, 7, "anna \"the\" \ud83d\ude00");
        Hint hint = take().get(0);
        assertThat(HintMessage.parse(text(hint)))
                .hasValueSatisfying(read -> assertThat(read.hint()).isEqualTo(hint));
    }

    @Test
    void whileNothingCanBeSentNoMoreThanSoMuchIsKept() throws InterruptedException {
        LongStream.range(0, 3L * HintBuffer.MAX_WAITING).forEach(i -> {
            buffer.appended(i, 1);
            buffer.sessionsEnded(i);
        });
        List<Hint> hints = take();
        assertThat(all(hints, hint -> hint.lastSeqs().keySet())).hasSize(HintBuffer.MAX_WAITING);
        assertThat(all(hints, Hint::ended)).hasSize(HintBuffer.MAX_WAITING);
    }
}
