package chat262.it.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TranscriptTest {

    private final Transcript transcript = new Transcript("bob");

    @Test
    void whatAViewRepeatsAboveTheUnreadMarkIsNotSeenAgain() {
        transcript.add(List.of("-- chat with ann --", "-- 1 unread --", "20:15  ann: one"));
        transcript.add(List.of("-- chat with ann --", "20:15  ann: one", "-- 1 unread --", "20:16  ann: two"));
        assertThat(transcript.of("chat with ann")).containsExactly("ann: one", "ann: two");
    }

    @Test
    void whatIsShownAsNewTwiceWasSeenTwice() {
        transcript.add(List.of("-- chat with ann --", "-- 1 unread --", "20:15  ann: one"));
        transcript.add(List.of("-- chat with ann --", "-- 1 unread --", "20:15  ann: one"));
        assertThat(transcript.of("chat with ann")).containsExactly("ann: one", "ann: one");
    }

    @Test
    void roomsAreKeptApart() {
        transcript.add(List.of(
                "-- chat with ann --",
                "-- nothing unread --",
                "20:15  you: one",
                "-- left the chat with ann --",
                "-- group lunch --",
                "-- 1 unread --",
                "20:16  ann: two"));
        assertThat(transcript.of("chat with ann")).containsExactly("you: one");
        assertThat(transcript.of("group lunch")).containsExactly("ann: two");
    }
}
