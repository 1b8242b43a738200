package chat262.it.contract;

import static chat262.it.contract.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.TouchesStorage;
import chat262.it.client.Answer;
import chat262.it.client.Fields;
import chat262.it.client.Person;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@TouchesStorage
@ExtendWith(SharedServer.class)
class RoomKeysIT {
    private final Person anna = SharedServer.somebody();
    private final Person ben = SharedServer.somebody();
    private final Person carl = SharedServer.somebody();
    private final String name = SharedServer.unusedName("Keys");
    private final String key = Person.newKey();

    @Test
    void aGroupIsCreatedOnceHoweverOftenTheCallIsRepeated() {
        var request = Fields.of("name", name, "members", List.of(ben.name()));
        Answer first = anna.api().keyed(key).post("/rooms", request);
        assertThat(first.status()).isEqualTo(201);
        assertThat(first.json().getJsonObject("lastMessage").getString("key")).isEqualTo(key);
        Answer repeat = anna.api().keyed(key.toUpperCase()).post("/rooms", request);
        assertThat(repeat.status()).isEqualTo(200);
        assertThat(repeat.json()).isEqualTo(first.json());
        assertThat(anna.log(first.number("id"))).hasSize(1);
        assertRefused(anna.api().keyed(Person.newKey()).post("/rooms", request), "room-name-taken");
        var another = Fields.of("name", name + "2", "members", List.of(ben.name()));
        assertRefused(anna.api().keyed(key).post("/rooms", another), "key-reused");
    }

    @Test
    void aDirectRoomIsOpenedUnderAKey() {
        Answer first = anna.api().keyed(key).put("/rooms/direct/" + ben.name());
        assertThat(first.status()).isEqualTo(201);
        Answer repeat = anna.api().keyed(key).put("/rooms/direct/" + ben.name());
        assertThat(repeat.status()).isEqualTo(200);
        assertThat(repeat.json()).isEqualTo(first.json());
        assertRefused(anna.api().keyed(key).put("/rooms/direct/" + carl.name()), "key-reused");
        String second = Person.newKey();
        assertThat(anna.api().keyed(second).put("/rooms/direct/" + ben.name()).status())
                .isEqualTo(200);
        assertRefused(anna.api().keyed(second).put("/rooms/direct/" + carl.name()), "key-reused");
    }

    @Test
    void aRepeatedInvitationInvitesNobodyAgain() {
        long group = anna.group(name, ben);
        String path = "/rooms/" + group + "/members";
        Answer first = anna.api().keyed(key).post(path, Fields.of("username", carl.name()));
        assertThat(first.status()).isEqualTo(201);
        Answer repeat = anna.api()
                .keyed(key)
                .post(path, Fields.of("username", carl.name().toUpperCase()));
        assertThat(repeat.status()).isEqualTo(200);
        assertThat(repeat.json()).isEqualTo(first.json());

        carl.remove(group, carl).expect(204);
        Answer late = anna.api().keyed(key).post(path, Fields.of("username", carl.name()));
        assertThat(late.status()).isEqualTo(200);
        assertThat(late.text("username")).isEqualTo(carl.name());
        assertRefused(carl.room(group), "not-found");
        assertThat(anna.log(group)).extracting(m -> m.getString("kind")).containsExactly("created", "joined", "left");
        assertRefused(anna.api().keyed(key).post(path, Fields.of("username", ben.name())), "key-reused");
    }

    @Test
    void aRepeatedDepartureDoesNotEndTheNextMembership() {
        long group = anna.group(name, ben);
        String path = "/rooms/" + group + "/members/" + ben.name();
        assertThat(ben.api().keyed(key).delete(path).status()).isEqualTo(204);
        assertThat(ben.api().keyed(key).delete(path).status()).isEqualTo(204);
        anna.invite(group, ben).expect(201);
        assertThat(ben.api().keyed(key).delete(path).status()).isEqualTo(204);
        assertThat(ben.room(group).status()).isEqualTo(200);
        assertThat(anna.log(group)).extracting(m -> m.getString("kind")).containsExactly("created", "left", "joined");
    }

    @Test
    void aRepeatedRenamingAnswersWithTheRoomAsItIsNow() {
        long group = anna.group(name, ben);
        String path = "/rooms/" + group;
        assertThat(anna.api()
                        .keyed(key)
                        .patch(path, Fields.of("name", name + "b"))
                        .status())
                .isEqualTo(200);
        anna.api().patch(path, Fields.of("name", name + "c")).expect(200);
        Answer repeat = anna.api().keyed(key).patch(path, Fields.of("name", name + "b"));
        assertThat(repeat.status()).isEqualTo(200);
        assertThat(repeat.text("name")).isEqualTo(name + "c");
        assertThat(anna.log(group)).hasSize(3);
        assertRefused(anna.api().keyed(key).patch(path, Fields.of("name", name + "d")), "key-reused");
    }

    @Test
    void aRepeatedCreationAnswersTheSameEvenIfTheCallerHasLeftSince() {
        var request = Fields.of("name", name, "members", List.of(ben.name()), "listed", false);
        Answer first = anna.api().keyed(key).post("/rooms", request).expect(201);
        long group = first.number("id");
        anna.changeRole(group, ben, "OWNER").expect(200);
        anna.remove(group, anna).expect(204);
        ben.say(group, "not for Anna");
        ben.api().patch("/rooms/" + group, Fields.of("name", name + "b")).expect(200);
        Answer repeat = anna.api().keyed(key).post("/rooms", request);
        assertThat(repeat.status()).isEqualTo(200);
        assertThat(repeat.json()).isEqualTo(first.json());
        assertRefused(anna.room(group), "not-found");
    }

    @Test
    void aRepeatedRenamingAnswersEvenIfTheCallerHasLeftSince() {
        long group = anna.group(name, ben);
        anna.changeRole(group, ben, "OWNER").expect(200);
        String path = "/rooms/" + group;
        var request = Fields.of("name", name + "b");
        Answer first = anna.api().keyed(key).patch(path, request).expect(200);
        String silent = Person.newKey();
        anna.api().keyed(silent).patch(path, Fields.of("listed", false)).expect(200);
        anna.remove(group, anna).expect(204);
        ben.api().patch(path, Fields.of("name", name + "c")).expect(200);
        Answer repeat = anna.api().keyed(key).patch(path, request);
        assertThat(repeat.status()).isEqualTo(200);
        assertThat(repeat.number("id")).isEqualTo(group);
        assertThat(repeat.text("name")).isEqualTo(name + "b");
        assertThat(repeat.json().get("lastMessage")).isEqualTo(first.json().get("lastMessage"));
        Answer silentAgain = anna.api().keyed(silent).patch(path, Fields.of("listed", false));
        assertThat(silentAgain.status()).isEqualTo(200);
        assertThat(silentAgain.body()).contains("\"listed\":false").doesNotContain(name + "c");
        assertRefused(anna.api().patch(path, request), "not-found");
    }

    @Test
    void aRepeatedChangeOfRoleIsOneChange() {
        long group = anna.group(name, ben);
        String path = "/rooms/" + group + "/members/" + ben.name();
        Answer first = anna.api().keyed(key).patch(path, Fields.of("role", "OWNER"));
        anna.changeRole(group, ben, "MEMBER").expect(200);
        Answer repeat = anna.api().keyed(key).patch(path, Fields.of("role", "OWNER"));
        assertThat(first.status()).isEqualTo(200);
        assertThat(repeat.status()).isEqualTo(200);
        assertThat(ben.room(group).objects("members"))
                .contains(Fields.of("username", ben.name(), "role", "MEMBER", "since", 0, "cursor", 0));
        assertRefused(anna.api().keyed(key).patch(path, Fields.of("role", "MEMBER")), "key-reused");
    }

    @Test
    void aKeyIsOneThingForEver() {
        long group = anna.group(name, ben);
        anna.send(group, "a message", key).expect(201);
        assertRefused(anna.api().keyed(key).patch("/rooms/" + group, Fields.of("name", "x")), "key-reused");
        assertRefused(anna.api().keyed(key).put("/rooms/direct/" + ben.name()), "key-reused");
        assertRefused(
                anna.api().keyed(key).post("/rooms/" + group + "/members", Fields.of("username", carl.name())),
                "key-reused");
        String opened = Person.newKey();
        anna.api().keyed(opened).put("/rooms/direct/" + ben.name()).expect(201);
        assertRefused(anna.send(group, "another message", opened), "key-reused");
        assertThat(ben.api().keyed(key).put("/rooms/direct/" + anna.name()).status())
                .isEqualTo(200);
    }

    @Test
    void aKeyThatIsNoneIsRefusedWhereItIsOptionalToo() {
        long group = anna.group(name, ben);
        var bad = anna.api().keyed("not-a-uuid");
        assertRefused(bad.post("/rooms", Fields.of("name", name + "2", "members", List.of(ben.name()))), "key-missing");
        assertRefused(bad.put("/rooms/direct/" + ben.name()), "key-missing");
        assertRefused(bad.delete("/rooms/" + group + "/members/" + ben.name()), "key-missing");
        assertRefused(anna.api().keyed(key).keyed(key).put("/rooms/direct/" + ben.name()), "key-missing");
        assertThat(anna.log(group)).hasSize(1);
    }

    /** A refused call has done nothing, so its key is still free. */
    @Test
    void aRefusedCallDoesNotUseItsKeyUp() {
        assertRefused(anna.api().keyed(key).put("/rooms/direct/nobody.x"), "not-found");
        assertThat(anna.api().keyed(key).put("/rooms/direct/" + ben.name()).status())
                .isEqualTo(201);
        String second = Person.newKey();
        assertRefused(anna.send(0, "x", second), "not-found");
        assertThat(anna.send(anna.direct(ben), "x", second).status()).isEqualTo(201);
    }
}
