package chat262.it.contract;

import static chat262.it.contract.Refusals.assertInvalid;
import static chat262.it.contract.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.TouchesStorage;
import chat262.it.client.Answer;
import chat262.it.client.Fields;
import chat262.it.client.Person;
import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@TouchesStorage
@ExtendWith(SharedServer.class)
class OpenGroupsIT {
    private final Person anna = SharedServer.somebody();
    private final Person ben = SharedServer.somebody();
    private final Person carl = SharedServer.somebody();
    private final String name = SharedServer.unusedName("Open");

    private long open(String name, Person... members) {
        List<String> names = List.of(members).stream().map(Person::name).toList();
        return anna.api()
                .post("/rooms", Fields.of("name", name, "members", names, "open", true))
                .expect(201)
                .number("id");
    }

    private static Answer change(Person who, long group, Object... change) {
        return who.api().patch("/rooms/" + group, Fields.of(change));
    }

    private static List<JsonObject> found(Person who, String match) {
        return who.api()
                .get("/rooms/open?match=" + URLEncoder.encode(match, StandardCharsets.UTF_8))
                .expect(200)
                .objects("rooms");
    }

    @Test
    void anybodyJoinsAnOpenGroupAndReadsWhatWasBefore() {
        long group = open(name);
        anna.say(group, "before");
        Answer joined = ben.invite(group, ben);
        assertThat(joined.status()).isEqualTo(201);
        assertThat(joined.json())
                .isEqualTo(Fields.of("username", ben.name(), "role", "MEMBER", "since", 2, "cursor", 2));
        List<JsonObject> log = ben.log(group);
        assertThat(log).hasSize(3);
        assertThat(log.get(1)).containsAllEntriesOf(Fields.of("kind", "text", "body", "before"));
        assertThat(log.get(2))
                .containsAllEntriesOf(
                        Fields.of("seq", 3, "kind", "joined", "sender", ben.name(), "username", ben.name()));
        ben.say(group, "here I am");
        assertRefused(ben.invite(group, carl), "forbidden");

        assertThat(ben.invite(group, ben).status()).isEqualTo(200);
        assertThat(anna.log(group)).hasSize(4);
        anna.remove(group, ben).expect(204);
        assertThat(ben.invite(group, ben).status()).isEqualTo(201);
    }

    @Test
    void joiningAgainWithTheSameKeyChangesNothing() {
        long group = open(name);
        String key = Person.newKey();
        JsonObject own = Fields.of("username", ben.name());
        String members = "/rooms/" + group + "/members";
        assertThat(ben.api().keyed(key).post(members, own).status()).isEqualTo(201);
        ben.remove(group, ben).expect(204);
        assertThat(ben.api().keyed(key).post(members, own).status()).isEqualTo(200);
        assertRefused(ben.room(group), "not-found");
    }

    @Test
    void aGroupThatIsNotOpenIsToOthersAsIfItWereNone() {
        long listed = anna.group(name, carl);
        assertThat(anna.room(listed).json().getBoolean("open")).isFalse();
        assertRefused(ben.invite(listed, ben), "not-found");
        assertRefused(ben.invite(anna.direct(carl), ben), "not-found");
        assertRefused(ben.invite(999_999_999, ben), "not-found");
        assertRefused(anna.invite(anna.direct(carl), anna), "not-a-group");
        assertThat(carl.invite(listed, carl).status()).isEqualTo(200);
        assertThat(found(ben, name)).isEmpty();
        assertThat(anna.log(listed)).hasSize(1);

        long opened = open(name + " too", carl);
        change(anna, opened, "open", false).expect(200);
        assertRefused(ben.invite(opened, ben), "not-found");
        assertThat(carl.room(opened).status()).isEqualTo(200);
    }

    @Test
    void onlyAnOwnerOpensAGroup() {
        long group = anna.group(name, carl);
        assertRefused(change(carl, group, "open", true), "forbidden");
        assertRefused(change(ben, group, "open", true), "not-found");
        assertThat(change(anna, group, "open", true).expect(200).json().getBoolean("open"))
                .isTrue();
        assertThat(ben.invite(group, ben).status()).isEqualTo(201);
        assertInvalid(change(anna, group, "open", "yes"), "open");
        assertRefused(anna.api().patch("/rooms/" + anna.direct(ben), Fields.of("open", true)), "not-a-group");
    }

    @Test
    void anOpenGroupIsListed() {
        JsonObject hidden = Fields.of("name", name, "members", List.of(ben.name()), "listed", false);
        long group = anna.api().post("/rooms", hidden).expect(201).number("id");
        assertThat(change(anna, group, "open", true).json())
                .containsAllEntriesOf(Fields.of("listed", true, "open", true));
        assertThat(change(anna, group, "listed", false).json())
                .containsAllEntriesOf(Fields.of("listed", false, "open", false));
        assertInvalid(change(anna, group, "listed", false, "open", true), "listed");
        assertInvalid(
                anna.api()
                        .post(
                                "/rooms",
                                Fields.of("name", name + "x", "members", List.of(), "listed", false, "open", true)),
                "listed");
        assertInvalid(anna.api().post("/rooms", Fields.of("name", name + "x", "members", List.of())), "members");
    }

    @Test
    void openGroupsAreListedByNamePageByPage() {
        long second = open(name + " b", carl);
        long first = open(name + " A");
        anna.group(name + " aa", carl);
        List<JsonObject> found = found(ben, name + "*");
        assertThat(found).hasSize(2);
        assertThat(found.get(0)).containsOnlyKeys("id", "name", "members", "joined", "createdAt");
        assertThat(found.get(0))
                .containsAllEntriesOf(Fields.of("id", first, "name", name + " A", "members", 1, "joined", false));
        assertThat(found.get(1)).containsAllEntriesOf(Fields.of("id", second, "members", 2, "joined", false));
        ben.invite(second, ben).expect(201);
        assertThat(found(ben, "*" + name + " B").get(0)).containsAllEntriesOf(Fields.of("members", 3, "joined", true));

        String query = "/rooms/open?limit=1&match=" + name + "*";
        Answer page = carl.api().get(query).expect(200);
        assertThat(page.objects("rooms").get(0).getString("name")).isEqualTo(name + " A");
        Answer last = carl.api().get(query + "&page=" + page.text("nextPage")).expect(200);
        assertThat(last.objects("rooms").get(0).getString("name")).isEqualTo(name + " b");
        assertThat(last.json()).doesNotContainKey("nextPage");
        assertInvalid(carl.api().get("/rooms/open?page=x"), "page");

        anna.remove(first, anna).expect(204);
        assertThat(found(ben, name + " A")).isEmpty();
        assertRefused(ben.invite(first, ben), "not-found");
    }
}
