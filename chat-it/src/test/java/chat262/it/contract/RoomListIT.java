package chat262.it.contract;

import static chat262.it.contract.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.TouchesStorage;
import chat262.it.client.Answer;
import chat262.it.client.Fields;
import chat262.it.client.Person;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@TouchesStorage
@ExtendWith(SharedServer.class)
class RoomListIT {
    private final Person anna = SharedServer.somebody();
    private final Person ben = SharedServer.somebody();

    private static List<Long> ids(Answer list) {
        return list.expect(200).objects("rooms").stream()
                .map(room -> room.getJsonNumber("id").longValueExact())
                .toList();
    }

    @Test
    void theListTellsOfEachRoomAsItsMemberSeesIt() {
        long direct = anna.direct(ben);
        ben.say(direct, "hello");
        long group = ben.group(SharedServer.unusedName("list"), anna);
        Answer list = anna.api().get("/rooms");
        assertThat(list.json()).containsOnlyKeys("rooms", "epoch");
        assertThat(list.text("epoch")).isEqualTo(anna.epoch());
        assertThat(list.header("ETag"))
                .hasValueSatisfying(tag -> assertThat(tag).startsWith("\"").endsWith("\""));
        List<JsonObject> rooms = list.objects("rooms");
        assertThat(rooms.get(1))
                .containsOnlyKeys(
                        "id", "kind", "peer", "lastSeq", "since", "cursor", "unread", "createdAt", "lastMessage")
                .containsAllEntriesOf(Fields.of(
                        "id", direct, "kind", "DIRECT", "peer", ben.name(), "lastSeq", 1, "cursor", 0, "unread", 1));
        assertThat(rooms.get(1).getJsonObject("lastMessage"))
                .containsAllEntriesOf(Fields.of("seq", 1, "kind", "text", "sender", ben.name(), "body", "hello"));
        assertThat(rooms.get(0))
                .containsOnlyKeys(
                        "id",
                        "kind",
                        "name",
                        "listed",
                        "open",
                        "lastSeq",
                        "since",
                        "cursor",
                        "unread",
                        "createdAt",
                        "lastMessage")
                .containsAllEntriesOf(Fields.of("id", group, "kind", "GROUP", "lastSeq", 1, "unread", 0));
        assertThat(rooms.get(0).getJsonObject("lastMessage").getString("kind")).isEqualTo("created");
    }

    @Test
    void theRoomOfTheLatestActivityComesFirst() {
        List<Long> expected = new ArrayList<>();
        for (int n = 0; n < 5; n++) {
            expected.add(0, anna.direct(SharedServer.somebody()));
        }
        assertThat(ids(anna.api().get("/rooms"))).isEqualTo(expected);
        long middle = expected.remove(2);
        anna.say(middle, "up");
        expected.add(0, middle);
        assertThat(ids(anna.api().get("/rooms"))).isEqualTo(expected);
    }

    @Test
    void pagesFollowEachOtherWithoutHoleOrRepeat() {
        List<Long> expected = new ArrayList<>();
        for (int n = 0; n < 7; n++) {
            expected.add(anna.direct(SharedServer.somebody()));
        }
        Collections.reverse(expected);
        List<Long> seen = new ArrayList<>();
        String page = "";
        do {
            Answer answer = anna.api().get("/rooms?limit=3" + page);
            assertThat(ids(answer)).hasSizeLessThanOrEqualTo(3);
            assertThat(answer.text("epoch")).isEqualTo(anna.epoch());
            seen.addAll(ids(answer));
            page = answer.json().containsKey("nextPage") ? "&page=" + answer.text("nextPage") : "";
        } while (!page.isEmpty());
        assertThat(seen).isEqualTo(expected);
        assertThat(anna.api().get("/rooms?limit=7").json()).doesNotContainKey("nextPage");
    }

    @Test
    void aListThatHasNotChangedIsNotSentAgain() {
        long room = anna.direct(ben);
        String tag = anna.api().get("/rooms").header("ETag").orElseThrow();
        Answer unchanged = anna.api().with("If-None-Match", tag).get("/rooms");
        assertThat(unchanged.status()).isEqualTo(304);
        assertThat(unchanged.body()).isEmpty();
        assertThat(unchanged.header("ETag")).contains(tag);
        assertThat(anna.api().with("If-None-Match", "\"other\"").get("/rooms").status())
                .isEqualTo(200);
        assertThat(anna.api()
                        .with("If-None-Match", "\"other\", " + tag)
                        .get("/rooms")
                        .status())
                .isEqualTo(304);

        ben.say(room, "news");
        Answer changed = anna.api().with("If-None-Match", tag).get("/rooms");
        assertThat(changed.status()).isEqualTo(200);
        String second = changed.header("ETag").orElseThrow();
        anna.acknowledge(room, 1).expect(200);
        assertThat(anna.api().with("If-None-Match", second).get("/rooms").status())
                .isEqualTo(200);
        assertRefused(SharedServer.api().with("If-None-Match", tag).get("/rooms"), "not-logged-in");
    }

    @Test
    void nobodySeesTheRoomsOfOthers() {
        anna.direct(ben);
        Person eve = SharedServer.somebody();
        assertThat(ids(eve.api().get("/rooms"))).isEmpty();
        String page = anna.api().get("/rooms?limit=1").json().getString("nextPage", "");
        assertThat(page).isEmpty();
    }
}
