package chat262.it.contract;

import static chat262.it.contract.Refusals.assertInvalid;
import static chat262.it.contract.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.TouchesStorage;
import chat262.it.client.Answer;
import chat262.it.client.Fields;
import chat262.it.client.Person;
import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@TouchesStorage
@ExtendWith(SharedServer.class)
class MembersIT {
    private final Person anna = SharedServer.somebody();
    private final Person ben = SharedServer.somebody();
    private final Person carl = SharedServer.somebody();
    private final String name = SharedServer.unusedName("Members");
    private final long group = anna.group(name, ben);

    private Answer invite(Person inviter, Object username) {
        return inviter.api().post("/rooms/" + group + "/members", Fields.of("username", username));
    }

    private JsonObject lastEntry() {
        List<JsonObject> log = anna.log(group);
        return log.get(log.size() - 1);
    }

    private static List<String> names(Answer room) {
        return room.objects("members").stream()
                .map(member -> member.getString("username"))
                .toList();
    }

    @Test
    void anInvitedMemberIsAMemberAndTheLogSaysSo() {
        Answer answer = anna.invite(group, carl);
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json())
                .isEqualTo(Fields.of("username", carl.name(), "role", "MEMBER", "since", 1, "cursor", 1));
        JsonObject joined = lastEntry();
        assertThat(joined).containsOnlyKeys("room", "seq", "kind", "sender", "sentAt", "username");
        assertThat(joined)
                .containsAllEntriesOf(
                        Fields.of("seq", 2, "kind", "joined", "sender", anna.name(), "username", carl.name()));
        assertThat(names(ben.room(group))).containsExactly(anna.name(), ben.name(), carl.name());
        assertThat(carl.send(group, "hello").status()).isEqualTo(201);
    }

    @Test
    void aNewMemberStartsBeforeTheOwnJoinedEntryAndCanReadWhatWasBefore() {
        anna.say(group, "before");
        anna.invite(group, carl).expect(201);
        assertThat(carl.room(group).number("since")).isEqualTo(2);
        assertThat(carl.room(group).number("cursor")).isEqualTo(2);
        assertThat(carl.fetch(group).objects("messages"))
                .extracting(m -> m.getString("kind"))
                .containsExactly("joined");
        assertThat(carl.log(group)).hasSize(3);
        assertThat(anna.room(group).number("since")).isZero();
    }

    @Test
    void whoComesBackStartsAtTheNewEntry() {
        ben.acknowledge(group, 1).expect(200);
        ben.remove(group, ben).expect(204);
        anna.say(group, "while he was away");
        anna.invite(group, ben).expect(201);
        assertThat(ben.room(group).number("since")).isEqualTo(3);
        assertThat(ben.room(group).number("cursor")).isEqualTo(3);
        assertThat(ben.room(group).number("unread")).isZero();
    }

    @Test
    void invitingAMemberChangesNothing() {
        Answer answer = invite(anna, ben.name().toUpperCase());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json())
                .isEqualTo(Fields.of("username", ben.name(), "role", "MEMBER", "since", 0, "cursor", 0));
        assertThat(anna.invite(group, anna).text("role")).isEqualTo("OWNER");
        assertThat(anna.log(group)).hasSize(1);
    }

    @Test
    void onlyAnOwnerInvites() {
        assertRefused(ben.invite(group, carl), "forbidden");
        assertRefused(invite(ben, "nobody.x"), "forbidden");
        assertRefused(carl.invite(group, carl), "not-found");
        assertRefused(invite(carl, "nobody.x"), "not-found");
        assertRefused(invite(anna, "nobody.x"), "unknown-member");
        assertThat(invite(anna, "nobody.x").objects("errors").get(0).getString("field"))
                .isEqualTo("nobody.x");
        assertInvalid(invite(anna, null), "username");
        assertInvalid(invite(anna, 7), "username");
        assertThat(names(anna.room(group))).containsExactly(anna.name(), ben.name());
    }

    @Test
    void whoLeavesIsGoneAndWhatTheySaidStays() {
        ben.say(group, "I said this");
        Answer answer = ben.remove(group, ben);
        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.body()).isEmpty();
        assertThat(lastEntry())
                .containsAllEntriesOf(Fields.of("kind", "left", "sender", ben.name(), "username", ben.name()));
        assertThat(anna.fetch(group).objects("messages"))
                .extracting(m -> m.getInt("seq"))
                .containsExactly(1, 2, 3);
        assertRefused(ben.room(group), "not-found");
        assertRefused(ben.fetch(group), "not-found");
        assertRefused(ben.send(group, "hello?"), "not-found");
        assertRefused(ben.remove(group, ben), "not-found");
        assertThat(ben.api().get("/rooms").objects("rooms")).isEmpty();
        assertThat(names(anna.room(group))).containsExactly(anna.name());
    }

    @Test
    void anOwnerRemovesAMember() {
        assertRefused(ben.remove(group, anna), "forbidden");
        assertRefused(carl.remove(group, ben), "not-found");
        assertThat(anna.remove(group, ben).status()).isEqualTo(204);
        assertThat(lastEntry())
                .containsAllEntriesOf(Fields.of("kind", "removed", "sender", anna.name(), "username", ben.name()));
        assertRefused(ben.fetch(group), "not-found");
    }

    @Test
    void removingWhoIsNotThereChangesNothing() {
        assertThat(anna.remove(group, carl).status()).isEqualTo(204);
        assertRefused(anna.api().delete("/rooms/" + group + "/members/nobody.x"), "not-found");
        assertThat(anna.log(group)).hasSize(1);
    }

    @Test
    void theLastOwnerCanNotLeaveWhileOthersRemain() {
        assertRefused(anna.remove(group, anna), "last-owner");
        assertThat(names(ben.room(group))).contains(anna.name());
        anna.changeRole(group, ben, "OWNER").expect(200);
        assertThat(anna.remove(group, anna).status()).isEqualTo(204);
        assertRefused(anna.room(group), "not-found");
    }

    @Test
    void theGroupEndsWithItsLastMemberAndItsNameIsFree() {
        ben.remove(group, ben).expect(204);
        assertRefused(
                carl.api().post("/rooms", Fields.of("name", name, "members", List.of(ben.name()))), "room-name-taken");
        anna.remove(group, anna).expect(204);
        assertRefused(anna.room(group), "not-found");
        assertRefused(anna.invite(group, ben), "not-found");
        Answer search = ben.api().get("/rooms/search?match=" + name);
        assertThat(search.json().getJsonArray("byName")).isEmpty();
        long second = carl.group(name, ben);
        assertThat(second).isNotEqualTo(group);
        assertThat(carl.log(second)).hasSize(1);
    }

    @Test
    void roomsThatCanNotBeAreNotFound() {
        for (String id : List.of("0", "-1", "abc", "999999999", "99999999999999999999", "1.5", "%20")) {
            String path = "/rooms/" + id;
            assertRefused(anna.api().get(path), "not-found");
            assertRefused(anna.api().patch(path, Fields.of("name", "x")), "not-found");
            assertRefused(anna.api().post(path + "/members", Fields.of("username", ben.name())), "not-found");
            assertRefused(anna.api().delete(path + "/members/" + ben.name()), "not-found");
            assertRefused(anna.api().patch(path + "/members/" + ben.name(), Fields.of("role", "OWNER")), "not-found");
        }
    }
}
