package chat262.it.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SearchTest {
    @ParameterizedTest
    @EnumSource
    void withAllRulesKeptThePromiseHoldsInEveryStateThatCanBeReached(Participants participants) {
        Search.Result found = Search.of(participants);

        assertThat(found.badTrace()).isEmpty();
        // Fewer would mean that a kind of fault was left out, far fewer that nothing was searched at all.
        assertThat(found.states()).isGreaterThan(150_000);
        assertThat(found.steps()).isGreaterThan(5 * found.states());
    }

    @ParameterizedTest
    @EnumSource
    void eachBrokenRuleBreaksThePromiseInAsFewStepsAsCanBe(BrokenRule rule) {
        Trace trace = Search.of(rule).badTrace().orElseThrow();

        assertThat(trace.steps()).hasSize(shortest(rule));
        assertThat(trace.broken()).startsWith(whatBreaks(rule));
    }

    private static int shortest(BrokenRule rule) {
        return switch (rule) {
            case SENT_ONCE -> 2;
            case ACK_BEFORE_SHOW -> 3;
            case SEQ_FROM_SEQUENCE -> 4;
            case ANSWER_BEFORE_COMMIT, PUSH_BEFORE_COMMIT, NEXT_BEFORE_ANSWER -> 5;
            case READ_BEFORE_LOCK, HOLE_NOT_FETCHED -> 7;
            case ANY_KEY_SETTLES -> 8;
            case KEY_IGNORED -> 9;
            case KEY_OF_ONE_WAY -> 10;
            case CURSOR_MAY_FALL -> 12;
        };
    }

    private static String whatBreaks(BrokenRule rule) {
        return switch (rule) {
            case ACK_BEFORE_SHOW -> "the cursor is at 1 and only 0 was shown";
            case KEY_IGNORED, KEY_OF_ONE_WAY -> "the log has a1 twice: [1 a1, 2 a1]";
            case SEQ_FROM_SEQUENCE -> "the log has a hole: [1 nothing, 2 the removal of B]";
            case CURSOR_MAY_FALL -> "the cursor fell from 2 to 1";
            case READ_BEFORE_LOCK -> "the log has a message of B after its removal: [1 the removal of B, 2 b1]";
            case ANSWER_BEFORE_COMMIT, PUSH_BEFORE_COMMIT -> "a1 was accepted and is not in the log";
            case ANY_KEY_SETTLES -> "a2 was accepted and is not in the log";
            case NEXT_BEFORE_ANSWER -> "the log has A's messages in another order than they were written: [1 a2]";
            case SENT_ONCE -> "from here no way leads to the end";
            case HOLE_NOT_FETCHED -> "the journal is not the beginning of the log";
        };
    }

    @Test
    void aTraceReadsAsAStory() {
        Trace trace = Search.of(BrokenRule.READ_BEFORE_LOCK).badTrace().orElseThrow();

        assertThat(trace.steps())
                .isEqualTo(List.of(
                        "B sends b1 by a request",
                        "a request with b1 arrives",
                        "the server reads, before the lock, that b1 is new and its sender a member",
                        "the owner removes B, which is entry 1",
                        "the server locks the room for b1",
                        "the server inserts b1 as 2",
                        "the server commits b1 as 2"));
    }

    @Test
    void aMessageThatGoesTheOtherWayUnderAnotherKeyIsThereTwice() {
        Trace trace = Search.of(BrokenRule.KEY_OF_ONE_WAY).badTrace().orElseThrow();

        assertThat(trace.steps())
                .startsWith(
                        "A sends a1 over the stream",
                        "A has heard nothing and sends a1 by a request",
                        "a frame with a1 arrives",
                        "a request with a1 arrives");
    }
}
