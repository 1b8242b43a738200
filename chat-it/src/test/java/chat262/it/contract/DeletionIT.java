package chat262.it.contract;

import static chat262.it.contract.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.TouchesStorage;
import chat262.it.client.Answer;
import chat262.it.client.Fields;
import chat262.it.client.Person;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@TouchesStorage
@ExtendWith(SharedServer.class)
class DeletionIT {
    private final Person anna = SharedServer.somebody();
    private final Person ben = SharedServer.somebody();
    private final Person carl = SharedServer.somebody();

    private static List<String> kinds(List<JsonObject> log) {
        return log.stream().map(entry -> entry.getString("kind")).toList();
    }

    @Test
    void deletingEndsTheSessionAndTheLogin() {
        Answer deleted = anna.deleteAccount();
        assertThat(deleted.status()).isEqualTo(204);
        assertThat(deleted.body()).isEmpty();
        assertRefused(anna.api().get("/rooms"), "not-logged-in");
        assertRefused(anna.deleteAccount(), "not-logged-in");
        assertRefused(
                SharedServer.api().post("/sessions", Fields.of("username", anna.name(), "password", Person.PASSWORD)),
                "wrong-credentials");
        assertRefused(ben.api().get("/accounts/" + anna.name()), "not-found");
        assertThat(ben.api().get("/accounts?match=" + anna.name()).objects("accounts"))
                .isEmpty();
        assertRefused(ben.api().put("/rooms/direct/" + anna.name()), "not-found");
    }

    @Test
    void messagesStayWithoutASenderAndKeepTheirPlace() {
        long group = anna.group(SharedServer.unusedName("stay"), ben, carl);
        ben.say(group, "first");
        anna.say(group, "second");
        List<JsonObject> before = anna.log(group);
        ben.deleteAccount().expect(204);
        List<JsonObject> after = anna.log(group);
        assertThat(kinds(after)).containsExactly("created", "text", "text", "left");
        assertThat(after.get(1)).containsEntry("sender", JsonValue.NULL);
        assertThat(after.get(1).getString("body")).isEqualTo("first");
        assertThat(after.get(2)).isEqualTo(before.get(2));
        assertThat(after.get(3)).containsEntry("sender", JsonValue.NULL).containsEntry("username", JsonValue.NULL);
        assertThat(after.get(0).getJsonArray("members").getValuesAs(JsonString::getString))
                .containsExactly(anna.name(), carl.name());
        assertThat(anna.room(group).objects("members"))
                .extracting(member -> member.getString("username"))
                .containsExactly(anna.name(), carl.name());
    }

    @Test
    void theLongestStandingMemberFollowsTheLastOwner() {
        long group = anna.group(SharedServer.unusedName("follow"), ben);
        anna.invite(group, carl).expect(201);
        ben.remove(group, ben).expect(204);
        Person dora = SharedServer.somebody();
        anna.invite(group, dora).expect(201);
        anna.deleteAccount().expect(204);
        assertThat(carl.room(group).objects("members"))
                .extracting(member -> member.getString("username") + " " + member.getString("role"))
                .containsExactlyInAnyOrder(carl.name() + " OWNER", dora.name() + " MEMBER");
        List<JsonObject> log = dora.log(group);
        assertThat(kinds(log)).containsExactly("created", "joined", "left", "joined", "role", "left");
        assertThat(log.get(0)).containsEntry("sender", JsonValue.NULL);
        assertThat(log.get(4)).containsEntry("sender", JsonValue.NULL);
        assertThat(log.get(4)).containsAllEntriesOf(Fields.of("username", carl.name(), "role", "OWNER"));
        assertThat(carl.invite(group, ben).status()).isEqualTo(201);
    }

    @Test
    void whereAnotherOwnerIsNobodyFollows() {
        long group = anna.group(SharedServer.unusedName("owners"), ben, carl);
        anna.changeRole(group, carl, "OWNER").expect(200);
        anna.deleteAccount().expect(204);
        assertThat(kinds(ben.log(group))).containsExactly("created", "role", "left");
        assertThat(ben.room(group).objects("members"))
                .extracting(member -> member.getString("role"))
                .containsExactlyInAnyOrder("MEMBER", "OWNER");
    }

    @Test
    void aGroupEndsWithItsLastMembersAccount() {
        String name = SharedServer.unusedName("ends");
        long group = anna.group(name, ben);
        ben.remove(group, ben).expect(204);
        anna.deleteAccount().expect(204);
        assertThat(ben.group(name, carl)).isNotEqualTo(group);
    }

    @Test
    void theNameIsFreeAndANewAccountHasNothingOfTheOldOnes() {
        long direct = anna.direct(ben);
        long group = ben.group(SharedServer.unusedName("new"), anna);
        String key = Person.newKey();
        anna.send(direct, "mine", key).expect(201);
        ben.say(direct, "for the old one");
        anna.deleteAccount().expect(204);

        Person second = Person.join(SharedServer.api(), anna.name());
        assertThat(second.accountId()).isNotEqualTo(anna.accountId());
        assertThat(second.api().get("/rooms").objects("rooms")).isEmpty();
        assertRefused(second.room(direct), "not-found");
        assertRefused(second.room(group), "not-found");
        assertRefused(second.send(direct, "mine", key), "not-found");
        assertThat(ben.room(direct).json()).containsEntry("peer", JsonValue.NULL);
        assertThat(ben.log(direct).get(0)).containsEntry("sender", JsonValue.NULL);

        long fresh = ben.direct(second);
        assertThat(fresh).isNotEqualTo(direct);
        assertThat(second.log(fresh)).isEmpty();
        assertThat(second.send(fresh, "mine", key).status()).isEqualTo(201);
        assertRefused(ben.send(direct, "to nobody"), "forbidden");
    }

    @Test
    void bothOfADirectRoomCanBeDeleted() {
        long direct = anna.direct(ben);
        anna.say(direct, "soon gone");
        anna.deleteAccount().expect(204);
        assertThat(ben.deleteAccount().status()).isEqualTo(204);
        assertRefused(carl.room(direct), "not-found");
    }
}
