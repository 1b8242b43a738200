package chat262.it.contract;

import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.TouchesStorage;
import chat262.it.client.Person;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@TouchesStorage
@ExtendWith(SharedServer.class)
class UnreadIT {
    private final Person anna = SharedServer.somebody();
    private final Person ben = SharedServer.somebody();

    private static long unread(Person reader, long room) {
        long unread = reader.room(room).expect(200).number("unread");
        assertThat(reader.api().get("/rooms").objects("rooms"))
                .filteredOn(each -> each.getInt("id") == room)
                .extracting(each -> each.getJsonNumber("unread").longValueExact())
                .containsExactly(unread);
        return unread;
    }

    @Test
    void textsOfOthersAboveTheCursorAreUnread() {
        long room = anna.direct(ben);
        assertThat(unread(ben, room)).isZero();
        anna.say(room, "one");
        ben.say(room, "two");
        anna.say(room, "three");
        assertThat(unread(ben, room)).isEqualTo(2);
        assertThat(unread(anna, room)).isEqualTo(1);
        ben.acknowledge(room, 1).expect(200);
        assertThat(unread(ben, room)).isEqualTo(1);
        ben.acknowledge(room, 3).expect(200);
        assertThat(unread(ben, room)).isZero();
    }

    @Test
    void whatTheServerTellsOfARoomIsNotUnread() {
        Person carl = SharedServer.somebody();
        long group = anna.group(SharedServer.unusedName("unread"), ben);
        anna.invite(group, carl).expect(201);
        anna.changeRole(group, carl, "OWNER").expect(200);
        carl.remove(group, carl).expect(204);
        assertThat(ben.room(group).number("lastSeq")).isEqualTo(4);
        assertThat(unread(ben, group)).isZero();
        anna.say(group, "this is");
        assertThat(unread(ben, group)).isEqualTo(1);
    }

    @Test
    void unreadIsExactUpTo999AndThen1000MeansMore() {
        long room = anna.direct(ben);
        IntStream.range(0, 998).parallel().forEach(n -> anna.say(room, "message"));
        assertThat(unread(ben, room)).isEqualTo(998);
        anna.say(room, "message");
        assertThat(unread(ben, room)).isEqualTo(999);
        anna.say(room, "message");
        assertThat(unread(ben, room)).isEqualTo(1000);
        anna.say(room, "message");
        anna.say(room, "message");
        assertThat(unread(ben, room)).isEqualTo(1000);
        ben.acknowledge(room, 500).expect(200);
        assertThat(unread(ben, room)).isEqualTo(502);
        assertThat(unread(anna, room)).isZero();
    }
}
