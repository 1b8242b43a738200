package chat262.it.contract;

import static chat262.it.contract.Refusals.assertInvalid;
import static chat262.it.contract.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.TouchesStorage;
import chat262.it.client.Answer;
import chat262.it.client.Fields;
import chat262.it.client.Person;
import jakarta.json.JsonValue;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@TouchesStorage
@ExtendWith(SharedServer.class)
class DirectRoomsIT {
    private final Person anna = SharedServer.somebody();
    private final Person ben = SharedServer.somebody();

    private Answer open(String username) {
        return anna.api().put("/rooms/direct/" + username);
    }

    @Test
    void openingMakesTheRoomOnceAndFindsItFromThenOn() {
        Answer first = open(ben.name());
        assertThat(first.status()).isEqualTo(201);
        assertThat(first.header("Location")).contains("../../rooms/" + first.number("id"));
        assertThat(first.json())
                .containsOnlyKeys("id", "kind", "peer", "lastSeq", "since", "cursor", "unread", "createdAt", "members")
                .containsAllEntriesOf(Fields.of(
                        "kind", "DIRECT", "peer", ben.name(), "lastSeq", 0, "since", 0, "cursor", 0, "unread", 0));
        for (Answer again : List.of(open(ben.name()), open(ben.name().toUpperCase()))) {
            assertThat(again.status()).isEqualTo(200);
            assertThat(again.json()).isEqualTo(first.json());
        }
        Answer byBen = ben.api().put("/rooms/direct/" + anna.name());
        assertThat(byBen.status()).isEqualTo(200);
        assertThat(byBen.number("id")).isEqualTo(first.number("id"));
        assertThat(byBen.text("peer")).isEqualTo(anna.name());
        assertThat(anna.log(first.number("id"))).isEmpty();
    }

    @Test
    void aDirectRoomIsForTwoWhoExist() {
        assertRefused(open("nobody.has.this"), "not-found");
        assertRefused(open("%E4%B8%AD"), "not-found");
        assertRefused(open(ben.name() + "%20"), "not-found");
        assertRefused(open("x".repeat(3000)), "not-found");
        assertInvalid(open(anna.name()), "username");
        assertInvalid(open(anna.name().toUpperCase()), "username");
        assertThat(anna.api().get("/rooms").objects("rooms")).isEmpty();
    }

    @Test
    void bothSeeTheRoomAndNobodyElseDoes() {
        long room = anna.direct(ben);
        Person eve = SharedServer.somebody();
        for (Person member : List.of(anna, ben)) {
            assertThat(member.api().get("/rooms").objects("rooms")).hasSize(1);
            assertThat(member.room(room).objects("members"))
                    .extracting(each -> each.getString("username") + " " + each.getString("role"))
                    .containsExactlyInAnyOrder(anna.name() + " MEMBER", ben.name() + " MEMBER");
        }
        assertThat(eve.api().get("/rooms").objects("rooms")).isEmpty();
        assertRefused(eve.room(room), "not-found");
    }

    @Test
    void aDirectRoomHasItsTwoMembersAndNoNameForGood() {
        long room = anna.direct(ben);
        Person carl = SharedServer.somebody();
        assertRefused(anna.invite(room, carl), "not-a-group");
        assertRefused(anna.invite(room, ben), "not-a-group");
        assertRefused(anna.api().post("/rooms/" + room + "/members", Fields.of("username", "nobody.x")), "not-a-group");
        assertRefused(anna.remove(room, anna), "not-a-group");
        assertRefused(anna.remove(room, ben), "not-a-group");
        assertRefused(anna.changeRole(room, ben, "OWNER"), "not-a-group");
        assertRefused(anna.api().patch("/rooms/" + room, Fields.of("name", "ours")), "not-a-group");
        assertRefused(anna.api().patch("/rooms/" + room, Fields.of("listed", true)), "not-a-group");
        assertThat(anna.log(room)).isEmpty();
        assertThat(anna.room(room).json()).doesNotContainKeys("name", "listed");
    }

    @Test
    void aDeletedPeerIsNullAndTheRoomCanBeReadButNotWritten() {
        long room = anna.direct(ben);
        ben.say(room, "farewell");
        ben.deleteAccount().expect(204);
        Answer view = anna.room(room);
        assertThat(view.json()).containsEntry("peer", JsonValue.NULL);
        assertThat(view.json().getJsonObject("lastMessage")).containsEntry("sender", JsonValue.NULL);
        assertThat(view.number("unread")).isEqualTo(1);
        assertThat(anna.log(room)).hasSize(1);
        assertThat(anna.log(room).get(0)).containsEntry("sender", JsonValue.NULL);
        assertThat(anna.log(room).get(0).getString("body")).isEqualTo("farewell");
        assertThat(anna.acknowledge(room, 1).number("cursor")).isEqualTo(1);
        assertRefused(anna.send(room, "are you there?"), "forbidden");
    }
}
