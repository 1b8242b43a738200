package chat262.it.contract;

import static chat262.it.contract.Refusals.assertInvalid;
import static chat262.it.contract.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.TouchesStorage;
import chat262.it.client.Answer;
import chat262.it.client.Fields;
import chat262.it.client.Person;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@TouchesStorage
@ExtendWith(SharedServer.class)
class GroupsIT {
    private final Person anna = SharedServer.somebody();
    private final Person ben = SharedServer.somebody();

    private Answer create(Object name, Object members) {
        return anna.api().post("/rooms", Fields.of("name", name, "members", members));
    }

    private static List<String> members(JsonObject created) {
        return created.getJsonArray("members").getValuesAs(JsonString::getString);
    }

    @Test
    void aNewGroupHasItsCreatorAsOwnerAndBeginsWithACreatedEntry() {
        String name = SharedServer.unusedName("Team");
        Answer answer = create(name, List.of(ben.name()));
        assertThat(answer.status()).isEqualTo(201);
        long id = answer.number("id");
        assertThat(answer.header("Location")).contains("rooms/" + id);
        assertThat(answer.json())
                .containsOnlyKeys(
                        "id",
                        "kind",
                        "name",
                        "listed",
                        "lastSeq",
                        "since",
                        "cursor",
                        "unread",
                        "createdAt",
                        "lastMessage",
                        "members")
                .containsAllEntriesOf(Fields.of(
                        "kind", "GROUP", "name", name, "listed", true, "lastSeq", 1, "since", 0, "cursor", 0, "unread",
                        0));
        assertThat(answer.objects("members"))
                .containsExactlyInAnyOrder(
                        Fields.of("username", anna.name(), "role", "OWNER", "since", 0, "cursor", 0),
                        Fields.of("username", ben.name(), "role", "MEMBER", "since", 0, "cursor", 0));
        JsonObject created = ben.log(id).get(0);
        assertThat(created).containsOnlyKeys("room", "seq", "kind", "sender", "sentAt", "name", "members");
        assertThat(created)
                .containsAllEntriesOf(Fields.of("seq", 1, "kind", "created", "sender", anna.name(), "name", name));
        assertThat(members(created)).containsExactly(anna.name(), ben.name());
        assertThat(ben.log(id)).hasSize(1);
    }

    @Test
    void aNameGivenTwiceCountsOnceAndTheCreatorNeedNotBeNamed() {
        Answer answer = create(
                SharedServer.unusedName("twice"),
                List.of(ben.name(), ben.name().toUpperCase(), anna.name(), ben.name()));
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.objects("members")).hasSize(2);
        assertThat(members(ben.log(answer.number("id")).get(0))).containsExactly(anna.name(), ben.name());
        assertThat(ben.deleteAccount().status()).isEqualTo(204);
    }

    @Test
    void aGroupNeedsSomebodyElse() {
        String name = SharedServer.unusedName("alone");
        assertInvalid(create(name, List.of()), "members");
        assertInvalid(create(name, List.of(anna.name())), "members");
        assertInvalid(create(name, List.of(anna.name(), anna.name().toUpperCase())), "members");
        assertInvalid(create(name, null), "members");
        assertInvalid(create(name, ben.name()), "members");
        assertInvalid(create(name, List.of(1, ben.name())), "members");
        assertInvalid(anna.api().send("POST", "/rooms", "{\"name\":\"" + name + "\",\"members\":[null]}"), "members");
        assertThat(create(name, List.of(ben.name())).status()).isEqualTo(201);
    }

    @Test
    void everyUnknownMemberIsNamedAndNoRoomIsMade() {
        String name = SharedServer.unusedName("unknown");
        Answer answer = create(name, List.of("nobody.x", ben.name(), "nobody y", "", "nobody.x", ben.name() + " "));
        assertRefused(answer, "unknown-member");
        assertThat(answer.objects("errors"))
                .extracting(error -> error.getString("field"))
                .containsExactly("nobody.x", "nobody y", "", ben.name() + " ");
        assertThat(ben.api().get("/rooms").objects("rooms")).isEmpty();
        assertThat(create(name, List.of(ben.name())).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\u00a0\u2003",
                "\u200b",
                "\ufeff\u00ad",
                "a\u0000b",
                "a\nb",
                "a\tb",
                "\u0085",
                "a\u007fb",
                "ABCDEFGHIJKLMNOPQRSTUVWXYZABCDEFGHIJKLMNO"
            })
    void aGroupNameThatBreaksTheRuleIsInvalid(String name) {
        assertInvalid(create(name, List.of(ben.name())), "name");
        long room = anna.group(SharedServer.unusedName("good"), ben);
        assertInvalid(anna.api().patch("/rooms/" + room, Fields.of("name", name)), "name");
    }

    @Test
    void aGroupNameIsTrimmedAndHasUpTo40CodePoints() {
        String unique = SharedServer.unusedName("😀");
        String longest = unique + "😀".repeat(40 - unique.codePointCount(0, unique.length()));
        Answer answer = create(" \u00a0\t" + longest + "\u3000 \n", List.of(ben.name()));
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.text("name")).isEqualTo(longest);
        assertInvalid(create(longest + "😀", List.of(ben.name())), "name");
    }

    @Test
    void groupNamesAreOneByTheirFoldedForm() {
        String number = SharedServer.unusedName("");
        create("Straße ﬁ Ａ" + number, List.of(ben.name())).expect(201);
        for (String same : List.of("straße fi a", "STRAßE FI A", "Straße ﬁ Ａ", " Straße ﬁ Ａ")) {
            assertRefused(create(same + number, List.of(ben.name())), "room-name-taken");
        }
        assertThat(create("Strase fi A" + number, List.of(ben.name())).status()).isEqualTo(201);
        long other = anna.group(SharedServer.unusedName("other"), ben);
        assertRefused(
                anna.api().patch("/rooms/" + other, Fields.of("name", "sTRAßE FI A" + number)), "room-name-taken");
    }

    @Test
    void anEmptyOrMissingBodyIsInvalid() {
        assertRefused(anna.api().send("POST", "/rooms", ""), "invalid");
        assertInvalid(anna.api().post("/rooms", Fields.of()), "name", "members");
        assertInvalid(
                anna.api().post("/rooms", Fields.of("name", "x", "members", List.of(ben.name()), "listed", 1)),
                "listed");
    }

    @Test
    void namesThatLookLikeMarkupOrSqlAreNames() {
        for (String text : List.of("<b>x</b>", "'; DROP TABLE room; --", "%_\\*", "../..", "null", "\u202eabc")) {
            String name = text + SharedServer.unusedName("");
            Answer answer = create(name, List.of(ben.name()));
            assertThat(answer.status()).isEqualTo(201);
            assertThat(ben.room(answer.number("id")).text("name")).isEqualTo(name);
        }
    }
}
