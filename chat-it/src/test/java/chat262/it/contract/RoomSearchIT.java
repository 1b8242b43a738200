package chat262.it.contract;

import static chat262.it.contract.Refusals.assertInvalid;
import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.TouchesStorage;
import chat262.it.client.Answer;
import chat262.it.client.Fields;
import chat262.it.client.Person;
import jakarta.json.JsonString;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@TouchesStorage
@ExtendWith(SharedServer.class)
class RoomSearchIT {
    private final Person anna = SharedServer.somebody();
    private final Person ben = SharedServer.somebody();
    private final Person stranger = SharedServer.somebody();
    private final String start = SharedServer.unusedName("Find");

    private long create(String name, boolean listed) {
        return anna.api()
                .post("/rooms", Fields.of("name", name, "members", List.of(ben.name()), "listed", listed))
                .expect(201)
                .number("id");
    }

    private static Answer search(Person who, String match, String more) {
        Answer answer = who.api()
                .get("/rooms/search?match=" + URLEncoder.encode(match, StandardCharsets.UTF_8) + more)
                .expect(200);
        assertThat(answer.json()).containsKeys("byName", "byMember");
        return answer;
    }

    private static List<String> names(Answer answer, String list) {
        return answer.json().getJsonArray(list).getValuesAs(JsonString::getString);
    }

    /** What is found on all pages. */
    private static List<String> found(Person who, String match, String list) {
        List<String> found = new ArrayList<>();
        String page = "";
        do {
            Answer answer = search(who, match, page);
            found.addAll(names(answer, list));
            page = answer.json().containsKey("nextPage") ? "&page=" + answer.text("nextPage") : "";
        } while (!page.isEmpty());
        return found;
    }

    @Test
    void groupsAreFoundByNameSortedByTheirFoldedForm() {
        for (String end : List.of(" b", " A", " C", " ａa", "_x", "%x")) {
            create(start + end, true);
        }
        assertThat(found(stranger, start.toLowerCase() + " *", "byName"))
                .containsExactly(start + " A", start + " ａa", start + " b", start + " C");
        assertThat(found(stranger, start + "_*", "byName")).containsExactly(start + "_x");
        assertThat(found(stranger, start + "%*", "byName")).containsExactly(start + "%x");
        assertThat(found(stranger, start, "byName")).isEmpty();
    }

    @Test
    void groupsOfAMatchingMemberAreFoundUnlessByNameAlready() {
        String byBoth = ben.name() + " and friends";
        create(byBoth, true);
        create(start, true);
        assertThat(found(stranger, ben.name() + "*", "byName")).containsExactly(byBoth);
        assertThat(found(stranger, ben.name() + "*", "byMember")).containsExactly(start);
        assertThat(found(stranger, ben.name(), "byName")).isEmpty();
        assertThat(found(stranger, ben.name().toUpperCase(), "byMember")).containsExactlyInAnyOrder(byBoth, start);
        assertThat(found(stranger, start, "byMember")).isEmpty();
    }

    @Test
    void groupsAreFoundByAMemberAlsoWhereManyAccountsMatch() {
        String crowd = SharedServer.unusedName("crowd");
        for (int i = 0; i <= 100; i++) {
            Person.register(SharedServer.api(), crowd + i);
        }
        create(start, true);
        for (String number : List.of("0", "50", "100")) {
            anna.api()
                    .post(
                            "/rooms",
                            Fields.of("name", start + " " + number, "members", List.of(crowd + number, crowd + 1)))
                    .expect(201);
        }
        assertThat(found(stranger, crowd + "*", "byMember"))
                .containsExactly(start + " 0", start + " 100", start + " 50");
        assertThat(found(stranger, "*" + crowd + "*", "byMember"))
                .containsExactly(start + " 0", start + " 100", start + " 50");
        assertThat(found(stranger, crowd + "50", "byMember")).containsExactly(start + " 50");
    }

    @Test
    void anUnlistedGroupIsFoundByItsMembersAlone() {
        long hidden = create(start, false);
        for (Person member : List.of(anna, ben)) {
            assertThat(found(member, start, "byName")).containsExactly(start);
            assertThat(found(member, ben.name(), "byMember")).containsExactly(start);
        }
        assertThat(found(stranger, start, "byName")).isEmpty();
        assertThat(found(stranger, ben.name(), "byMember")).isEmpty();
        anna.api().patch("/rooms/" + hidden, Fields.of("listed", true)).expect(200);
        assertThat(found(stranger, start, "byName")).containsExactly(start);
        anna.api().patch("/rooms/" + hidden, Fields.of("listed", false)).expect(200);
        ben.remove(hidden, ben).expect(204);
        assertThat(found(ben, start, "byName")).isEmpty();
    }

    @Test
    void directRoomsAndGroupsOfFormerMembersAreNotFound() {
        anna.direct(ben);
        long group = create(start, true);
        assertThat(found(stranger, ben.name(), "byMember")).containsExactly(start);
        anna.remove(group, ben).expect(204);
        assertThat(found(stranger, ben.name(), "byMember")).isEmpty();
        assertThat(found(anna, ben.name(), "byMember")).isEmpty();
    }

    @Test
    void withoutAPatternEveryListedGroupIsFound() {
        create(start, true);
        assertThat(stranger.api().get("/rooms/search").json())
                .isEqualTo(search(stranger, "*", "").json());
        assertThat(found(stranger, "*", "byName")).contains(start);
        assertThat(found(stranger, "*", "byMember")).isEmpty();
        assertThat(found(stranger, "*'; DROP TABLE room; --", "byName")).isEmpty();
        assertThat(found(stranger, "*".repeat(3000), "byName")).contains(start);
        assertThat(found(stranger, "x".repeat(5000), "byName")).isEmpty();
    }

    @Test
    void aPatternWithManyWildcardsCostsNoMoreThanOthers() {
        // Each further star took LIKE four times as long: with these it would be years.
        String many = "*a".repeat(20) + "*b";
        String group = "a".repeat(40);
        anna.api()
                .post("/rooms", Fields.of("name", group, "members", List.of(ben.name())))
                .expect(201);
        assertThat(found(stranger, many, "byName")).doesNotContain(group);
        assertThat(found(stranger, "*a".repeat(20) + "*", "byName")).contains(group);
        Person member = Person.join(SharedServer.api(), "a".repeat(20));
        long room = anna.group(start, member);
        assertThat(found(stranger, "*a".repeat(9) + "*b", "byMember")).doesNotContain(start);
        assertThat(found(stranger, "*a".repeat(9) + "*", "byMember")).contains(start);
        assertThat(stranger.api().get("/accounts?match=" + many).objects("accounts"))
                .isEmpty();
        anna.remove(room, member).expect(204);
    }

    @Test
    void pagesGoThroughTheNamesAndThenThroughTheMembers() {
        String byName = ben.name() + " ";
        for (String name : List.of(byName + "1", byName + "2", byName + "3", start + " 1", start + " 2")) {
            create(name, true);
        }
        String match = ben.name() + "*";
        Answer first = search(stranger, match, "&limit=2");
        assertThat(names(first, "byName")).containsExactly(byName + "1", byName + "2");
        assertThat(names(first, "byMember")).isEmpty();
        Answer second = search(stranger, match, "&limit=2&page=" + first.text("nextPage"));
        assertThat(names(second, "byName")).containsExactly(byName + "3");
        assertThat(names(second, "byMember")).containsExactly(start + " 1");
        Answer third = search(stranger, match, "&limit=2&page=" + second.text("nextPage"));
        assertThat(names(third, "byName")).isEmpty();
        assertThat(names(third, "byMember")).containsExactly(start + " 2");
        assertThat(third.json()).doesNotContainKey("nextPage");

        Answer allNames = search(stranger, match, "&limit=3");
        assertThat(names(allNames, "byMember")).isEmpty();
        assertThat(names(search(stranger, match, "&page=" + allNames.text("nextPage")), "byMember"))
                .containsExactly(start + " 1", start + " 2");
        assertInvalid(stranger.api().get("/rooms/search?page=x"), "page");
        assertInvalid(stranger.api().get("/rooms/search?limit=0"), "limit");
    }
}
