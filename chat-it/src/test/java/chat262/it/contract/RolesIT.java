package chat262.it.contract;

import static chat262.it.contract.Refusals.assertInvalid;
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
class RolesIT {
    private final Person anna = SharedServer.somebody();
    private final Person ben = SharedServer.somebody();
    private final Person carl = SharedServer.somebody();
    private final String name = SharedServer.unusedName("Roles");
    private final long group = anna.group(name, ben, carl);

    private Answer change(Person who, Object... fields) {
        return who.api().patch("/rooms/" + group, Fields.of(fields));
    }

    @Test
    void aRoleIsGivenByAnOwnerAndTheLogSaysSo() {
        Answer answer = anna.changeRole(group, ben, "OWNER");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json())
                .isEqualTo(Fields.of("username", ben.name(), "role", "OWNER", "since", 0, "cursor", 0));
        assertThat(carl.log(group).get(1))
                .containsOnlyKeys("room", "seq", "kind", "sender", "sentAt", "username", "role");
        assertThat(carl.log(group).get(1))
                .containsAllEntriesOf(
                        Fields.of("kind", "role", "sender", anna.name(), "username", ben.name(), "role", "OWNER"));
        assertThat(ben.changeRole(group, anna, "MEMBER").status()).isEqualTo(200);
        assertRefused(anna.changeRole(group, carl, "OWNER"), "forbidden");
    }

    @Test
    void aRoleThatOneHasAlreadyIsNoChange() {
        assertThat(anna.changeRole(group, anna, "OWNER").status()).isEqualTo(200);
        assertThat(anna.changeRole(group, ben, "MEMBER").text("role")).isEqualTo("MEMBER");
        assertThat(anna.log(group)).hasSize(1);
    }

    @Test
    void theLastOwnerCanNotStepDown() {
        assertRefused(anna.changeRole(group, anna, "MEMBER"), "last-owner");
        anna.changeRole(group, ben, "OWNER").expect(200);
        assertThat(anna.changeRole(group, anna, "MEMBER").status()).isEqualTo(200);
        assertRefused(ben.changeRole(group, ben, "MEMBER"), "last-owner");
        assertThat(ben.remove(group, ben).slug()).contains("last-owner");
    }

    @Test
    void aMemberWhoIsNoOwnerChangesNothing() {
        assertRefused(ben.changeRole(group, ben, "OWNER"), "forbidden");
        assertRefused(ben.changeRole(group, anna, "MEMBER"), "forbidden");
        assertRefused(change(ben, "name", "mine now"), "forbidden");
        assertRefused(change(ben, "listed", false), "forbidden");
        assertThat(anna.log(group)).hasSize(1);
    }

    @Test
    void aStrangerCanNotTellTheGroupFromNone() {
        Person eve = SharedServer.somebody();
        assertRefused(eve.room(group), "not-found");
        assertRefused(eve.changeRole(group, ben, "OWNER"), "not-found");
        assertRefused(change(eve, "name", "mine now"), "not-found");
        assertRefused(eve.invite(group, eve), "not-found");
    }

    @Test
    void aRoleIsOneOfTwo() {
        for (Object role : new Object[] {"ADMIN", "owner", "", null, 1, List.of("OWNER")}) {
            Answer answer = anna.api().patch("/rooms/" + group + "/members/" + ben.name(), Fields.of("role", role));
            assertInvalid(answer, "role");
        }
        Person eve = SharedServer.somebody();
        assertRefused(anna.changeRole(group, eve, "OWNER"), "not-found");
        assertRefused(
                anna.api().patch("/rooms/" + group + "/members/nobody.x", Fields.of("role", "OWNER")), "not-found");
    }

    @Test
    void anOwnerRenamesTheGroupAndTheLogSaysSo() {
        String renamed = SharedServer.unusedName("Renamed");
        Answer answer = change(anna, "name", "  " + renamed + " ");
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("name")).isEqualTo(renamed);
        assertThat(ben.room(group).text("name")).isEqualTo(renamed);
        assertThat(ben.log(group).get(1)).containsOnlyKeys("room", "seq", "kind", "sender", "sentAt", "name");
        assertThat(ben.log(group).get(1))
                .containsAllEntriesOf(Fields.of("kind", "renamed", "sender", anna.name(), "name", renamed));
        assertThat(ben.log(group).get(0).getString("name")).isEqualTo(name);
        assertThat(carl.group(name, ben)).isNotEqualTo(group);
    }

    @Test
    void theCaseOfANameCanBeChanged() {
        assertThat(change(anna, "name", name.toUpperCase()).text("name")).isEqualTo(name.toUpperCase());
        assertThat(anna.log(group)).hasSize(2);
    }

    @Test
    void whatChangesNothingWritesNoEntry() {
        assertThat(change(anna).status()).isEqualTo(200);
        assertThat(change(anna, "name", name).text("name")).isEqualTo(name);
        assertThat(change(anna, "name", null, "listed", null).json().getBoolean("listed"))
                .isTrue();
        assertThat(anna.log(group)).hasSize(1);
    }

    @Test
    void aGroupIsListedOrNot() {
        assertThat(change(anna, "listed", false).json().getBoolean("listed")).isFalse();
        assertThat(ben.room(group).json().getBoolean("listed")).isFalse();
        assertThat(change(anna, "listed", true).json().getBoolean("listed")).isTrue();
        assertInvalid(change(anna, "listed", "no"), "listed");
        assertInvalid(change(anna, "name", 5), "name");
    }
}
