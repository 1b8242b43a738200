package chat262.cli.screen;

import static org.assertj.core.api.Assertions.assertThat;

import chat262.api.Content;
import chat262.api.ContentReader;
import chat262.api.Message;
import chat262.api.MessageKind;
import chat262.api.rooms.Role;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LineTest {
    private static final Instant AT = Instant.parse("2026-01-02T03:04:05Z");

    private static final ContentReader ANY_FIELDS = new ContentReader() {
        @Override
        public String text(String field) {
            return Role.OWNER.name();
        }

        @Override
        public String account(String field) {
            return "carol";
        }

        @Override
        public List<String> accounts(String field) {
            return List.of("carol");
        }

        @Override
        public long target() {
            return 1;
        }

        @Override
        public Map<String, Object> all() {
            return Map.of();
        }
    };

    @Test
    void oneOfOnesOwnReadsYouAndOthersHaveTheirName() {
        assertThat(rows(text("alice", "hi"))).containsExactly("you: hi");
        assertThat(rows(text("bob", "hi"))).containsExactly("bob: hi");
    }

    @Test
    void somebodyCalledYouDoesNotLookLikeOneself() {
        assertThat(rows(text("You", "hi"))).containsExactly("@You: hi");
        assertThat(rows(entry("You", new Content.Joined("You")))).containsExactly("-- @You joined");
        assertThat(rows(entry("bob", new Content.Removed("you")))).containsExactly("-- @you was removed (by bob)");
        assertThat(rows(entry("you", new Content.Created("Team", List.of("you", "alice")))))
                .containsExactly("-- @you created Team with @you, alice");
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
        assertThat(rows(entry("bob", new Content.Created("Team", List.of("alice", "bob")))))
                .containsExactly("-- bob created Team with alice, bob");
        assertThat(rows(entry("alice", new Content.Joined("carol")))).containsExactly("-- carol joined (by you)");
        assertThat(rows(entry("bob", new Content.Left("bob")))).containsExactly("-- bob left");
        assertThat(rows(entry(null, new Content.Left(null)))).containsExactly("-- <Account Deleted> left");
        assertThat(rows(entry("bob", new Content.Removed("alice")))).containsExactly("-- you were removed (by bob)");
        assertThat(rows(entry("bob", new Content.Renamed("New")))).containsExactly("-- bob renamed the group to New");
        assertThat(rows(entry("bob", new Content.RoleGiven("carol", Role.OWNER))))
                .containsExactly("-- carol is now owner (by bob)");
    }

    @Test
    void aKindOfALaterVersionIsShownAsSuch() {
        assertThat(rows(entry("bob", new Content.Unknown("reacted", Map.of()))))
                .containsExactly("-- something this version can't show (reacted, by bob)");
    }

    @Test
    void everyKindOfThisVersionHasWords() {
        assertThat(MessageKind.known())
                .allSatisfy(kind -> assertThat(rows(entry("bob", Content.read(kind.wireName(), ANY_FIELDS))))
                        .noneMatch(row -> row.contains("can't show")));
    }

    private static Message text(String sender, String body) {
        return entry(sender, new Content.Text(body));
    }

    private static Message entry(String sender, Content content) {
        return new Message(1, 1, sender, AT, null, content);
    }

    /** The rows, the first without its time. */
    private static List<String> rows(Message message) {
        List<String> rows = new java.util.ArrayList<>(Line.of(message, "alice").rows());
        assertThat(rows.get(0)).matches("\\d\\d:\\d\\d {2}.*");
        rows.set(0, rows.get(0).substring(7));
        return rows;
    }
}
