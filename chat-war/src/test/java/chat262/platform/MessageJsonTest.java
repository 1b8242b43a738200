package chat262.platform;

import static org.assertj.core.api.Assertions.assertThat;

import chat262.api.Content;
import chat262.api.Message;
import chat262.api.rooms.Role;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The fields of each kind of entry on the wire: which, in which order, and which are null. */
class MessageJsonTest {
    private static final String HEAD =
            "{\"room\":7,\"seq\":3,\"kind\":\"%s\",\"sender\":\"bob\",\"sentAt\":\"2026-01-02T03:04:05.000Z\"";

    @Test
    void aTextHasABodyOrHasExpired() {
        assertThat(json(new Content.Text("hi"))).isEqualTo(HEAD.formatted("text") + ",\"body\":\"hi\"}");
        assertThat(json(new Content.Text(null))).isEqualTo(HEAD.formatted("text") + ",\"expired\":true}");
    }

    @Test
    void aGroupHasANameAndItsFirstMembers() {
        assertThat(json(new Content.Created("Team", List.of("alice", "bob"))))
                .isEqualTo(HEAD.formatted("created") + ",\"name\":\"Team\",\"members\":[\"alice\",\"bob\"]}");
        assertThat(json(new Content.Renamed("New"))).isEqualTo(HEAD.formatted("renamed") + ",\"name\":\"New\"}");
    }

    @Test
    void aDeletedAccountIsNull() {
        assertThat(json(new Content.Joined("cy"))).isEqualTo(HEAD.formatted("joined") + ",\"username\":\"cy\"}");
        assertThat(json(new Content.Left(null))).isEqualTo(HEAD.formatted("left") + ",\"username\":null}");
        assertThat(json(new Content.Removed(null))).isEqualTo(HEAD.formatted("removed") + ",\"username\":null}");
        assertThat(json(new Content.RoleGiven(null, Role.OWNER)))
                .isEqualTo(HEAD.formatted("role") + ",\"username\":null,\"role\":\"OWNER\"}");
    }

    @Test
    void onlyItsSenderSeesTheKeyOfAMessage() {
        Message message = new Message(7, 3, null, Instant.EPOCH, "k", new Content.Text("hi"));
        assertThat(JsonRules.json().toJson(message))
                .isEqualTo("{\"room\":7,\"seq\":3,\"kind\":\"text\",\"sender\":null,"
                        + "\"sentAt\":\"1970-01-01T00:00:00.000Z\",\"key\":\"k\",\"body\":\"hi\"}");
        assertThat(JsonRules.json().toJson(message.withoutKey())).doesNotContain("key");
    }

    private static String json(Content content) {
        Instant at = Instant.parse("2026-01-02T03:04:05Z");
        return JsonRules.json().toJson(new Message(7, 3, "bob", at, null, content));
    }
}
