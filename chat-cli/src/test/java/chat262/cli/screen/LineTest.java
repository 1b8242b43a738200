package chat262.cli.screen;

import static org.assertj.core.api.Assertions.assertThat;

import chat262.api.Message;
import chat262.api.Role;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineTest {
    private static final Instant AT = Instant.parse("2026-01-02T03:04:05Z");

    @Test
    void oneOfOnesOwnReadsYouAndOthersHaveTheirName() {
        assertThat(rows(text("alice", "hi"))).containsExactly("you: hi");
        assertThat(rows(text("bob", "hi"))).containsExactly("bob: hi");
    }

    @Test
    void somebodyCalledYouDoesNotLookLikeOneself() {
        assertThat(rows(text("You", "hi"))).containsExactly("@You: hi");
    }

    @Test
    void aDeletedAccountHasNoName() {
        assertThat(rows(text(null, "hi"))).containsExactly("<Account Deleted>: hi");
    }

    @Test
    void furtherLinesOfATextCanNotPassForLinesOfTheirOwn() {
        assertThat(rows(text("bob", "hi\n12:00  alice: I owe you\n")))
                .containsExactly("bob: hi", "       | 12:00  alice: I owe you", "       | ");
    }

    @Test
    void textFromOthersIsMadeSafe() {
        assertThat(rows(text("bob", "\u001b]0;title\u0007"))).containsExactly("bob: ␛]0;title␇");
    }

    @Test
    void whatHappenedIsTold() {
        assertThat(rows(entry("created", "bob", null, "Team", List.of("alice", "bob"), null)))
                .containsExactly("-- bob created Team with alice, bob");
        assertThat(rows(entry("joined", "alice", "carol", null, null, null)))
                .containsExactly("-- carol joined (by you)");
        assertThat(rows(entry("left", "bob", "bob", null, null, null))).containsExactly("-- bob left");
        assertThat(rows(entry("left", null, null, null, null, null))).containsExactly("-- <Account Deleted> left");
        assertThat(rows(entry("removed", "bob", "alice", null, null, null)))
                .containsExactly("-- you were removed (by bob)");
        assertThat(rows(entry("renamed", "bob", null, "New", null, null)))
                .containsExactly("-- bob renamed the group to New");
        assertThat(rows(entry("role", "bob", "carol", null, null, Role.OWNER)))
                .containsExactly("-- carol is now owner (by bob)");
    }

    @Test
    void aKindOfALaterVersionIsShownAsSuch() {
        assertThat(rows(entry("reacted", "bob", null, null, null, null)))
                .containsExactly("-- something this version can't show (reacted, by bob)");
    }

    private static Message text(String sender, String body) {
        return new Message(1, 1, "text", sender, AT, null, body, null, null, null, null, null);
    }

    private static Message entry(
            String kind, String sender, String username, String name, List<String> members, Role role) {
        return new Message(1, 1, kind, sender, AT, null, null, name, members, username, role, null);
    }

    /** The rows, the first without its time. */
    private static List<String> rows(Message message) {
        List<String> rows = new java.util.ArrayList<>(Line.of(message, "alice").rows());
        assertThat(rows.get(0)).matches("\\d\\d:\\d\\d {2}.*");
        rows.set(0, rows.get(0).substring(7));
        return rows;
    }
}
