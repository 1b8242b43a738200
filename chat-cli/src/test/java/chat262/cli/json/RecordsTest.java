package chat262.cli.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat262.api.Content;
import chat262.api.Message;
import chat262.api.MessageKind;
import chat262.api.MessagePage;
import chat262.api.rooms.Role;
import jakarta.json.bind.JsonbException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The bytes of entries in journals, which older and newer consoles read, and in what scripts are given. */
class RecordsTest {
    private static final Instant AT = Instant.parse("2026-01-02T03:04:05.120Z");

    @Test
    void entriesAreWrittenInTheOrderOfTheirFieldsWithoutNulls() {
        assertThat(json(1, "bob", "k-1", new Content.Text("h\u00e9\n\"x\" / \u2603")))
                .isEqualTo("{\"body\":\"h\u00e9\\n\\\"x\\\" / \u2603\",\"key\":\"k-1\",\"kind\":\"text\",\"room\":7,"
                        + "\"sender\":\"bob\",\"sentAt\":\"2026-01-02T03:04:05.120Z\",\"seq\":1}");
        assertThat(json(1, "bob", null, new Content.Created("Team", List.of("alice", "bob"))))
                .isEqualTo("{\"kind\":\"created\",\"members\":[\"alice\",\"bob\"],\"name\":\"Team\",\"room\":7,"
                        + "\"sender\":\"bob\",\"sentAt\":\"2026-01-02T03:04:05.120Z\",\"seq\":1}");
        assertThat(json(3, null, null, new Content.Left(null)))
                .isEqualTo("{\"kind\":\"left\",\"room\":7,\"sentAt\":\"2026-01-02T03:04:05.120Z\",\"seq\":3}");
        assertThat(json(3, "bob", null, new Content.RoleGiven("cy", Role.OWNER)))
                .isEqualTo("{\"kind\":\"role\",\"role\":\"OWNER\",\"room\":7,\"sender\":\"bob\","
                        + "\"sentAt\":\"2026-01-02T03:04:05.120Z\",\"seq\":3,\"username\":\"cy\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"body\":\"hi\",\"key\":\"k-1\",\"kind\":\"text\",\"room\":7,\"sentAt\":\"2026-01-02T03:04:05Z\",\"seq\":1}",
                "{\"expired\":true,\"kind\":\"text\",\"room\":7,\"sentAt\":\"2026-01-02T03:04:05Z\",\"seq\":2}",
                "{\"kind\":\"joined\",\"room\":7,\"sentAt\":\"2026-01-02T03:04:05Z\",\"seq\":3,\"username\":\"cy\"}",
                "{\"kind\":\"renamed\",\"name\":\"New\",\"room\":7,\"sentAt\":\"2026-01-02T03:04:05Z\",\"seq\":3}",
                "{\"at\":{\"x\":[1.5,null]},\"kind\":\"later\",\"on\":true,\"room\":7,\"sentAt\":\"2026-01-02T03:04:05Z\",\"seq\":9}"
            })
    void whatIsReadIsWrittenTheSame(String json) {
        assertThat(Records.json().toJson(Records.json().fromJson(json, Message.class)))
                .isEqualTo(json);
    }

    @Test
    void aKindOfALaterVersionKeepsItsFieldsButNotThoseOfItsFrame() {
        Message message = Records.json()
                .fromJson(
                        "{\"type\":\"message\",\"room\":7,\"seq\":9,\"kind\":\"later\",\"sender\":null,\"body\":\"new\"}",
                        Message.class);
        assertThat(message.kind()).isEqualTo(MessageKind.UNKNOWN);
        assertThat(message.kindName()).isEqualTo("later");
        assertThat(((Content.Unknown) message.content()).fields()).containsOnlyKeys("body");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"room\":\"seven\",\"seq\":1,\"kind\":\"text\"}",
                "{\"room\":7,\"seq\":1,\"kind\":\"text\",\"body\":5}",
                "{\"room\":7,\"seq\":1,\"kind\":\"text\",\"sentAt\":\"yesterday\"}",
                "{\"room\":7,\"seq\":1,\"kind\":\"role\",\"role\":\"KING\"}",
                "{\"room\":7,"
            })
    void whatIsNoEntryIsRefused(String json) {
        assertThatThrownBy(() -> Records.json().fromJson(json, Message.class)).isInstanceOf(JsonbException.class);
    }

    @Test
    void aNumberInPlaceOfAnEntryIsRefused() {
        String page = "{\"messages\":[1],\"epoch\":\"e\"}";
        assertThatThrownBy(() -> Records.json().fromJson(page, MessagePage.class))
                .isInstanceOf(JsonbException.class);
    }

    private static String json(long seq, String sender, String key, Content content) {
        return Records.json().toJson(new Message(7, seq, sender, AT, key, content));
    }
}
