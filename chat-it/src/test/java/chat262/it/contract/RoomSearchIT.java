package chat262.it.contract;

import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.TouchesStorage;
import chat262.it.client.Answer;
import chat262.it.client.Fields;
import chat262.it.client.Person;
import jakarta.json.JsonString;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
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

    private static List<String> found(Person who, String match, String list) {
        Answer answer = who.api().get("/rooms/search?match=" + URLEncoder.encode(match, StandardCharsets.UTF_8));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json()).containsOnlyKeys("byName", "byMember");
        return answer.json().getJsonArray(list).getValuesAs(JsonString::getString);
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
        Answer answer = stranger.api().get("/rooms/search");
        assertThat(answer.json().getJsonArray("byName").getValuesAs(JsonString::getString))
                .contains(start);
        assertThat(answer.json().getJsonArray("byMember")).isEmpty();
        assertThat(found(stranger, "*'; DROP TABLE room; --", "byName")).isEmpty();
        assertThat(found(stranger, "*".repeat(3000), "byName")).contains(start);
        assertThat(found(stranger, "x".repeat(5000), "byName")).isEmpty();
    }
}
