package chat262.rooms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat262.accounts.AccountService;
import chat262.accounts.Caller;
import chat262.api.rooms.NewRoom;
import chat262.api.rooms.Room;
import chat262.platform.Time;
import jakarta.inject.Inject;
import java.io.File;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The queries behind the views of rooms: how many they are only a look from inside can show. */
@ExtendWith(ArquillianExtension.class)
class RoomQueriesIT {
    /** Of the rooms, their last entries, the founders that these name, what is unread, the peers, and what is a member's still. */
    private static final int STATEMENTS = 6;

    private static final int MORE_THAN_A_PART = 101;

    @Inject
    AccountService accounts;

    @Inject
    RoomAccess access;

    @Inject
    RoomService rooms;

    @Inject
    RoomViews views;

    @Deployment
    static WebArchive theBuiltWar() {
        return ShrinkWrap.createFromZipFile(WebArchive.class, new File("target/chat.war"))
                .addClasses(RoomQueriesIT.class, SqlCounter.class);
    }

    @Test
    void theListOfRoomsTakesTheSameStatementsHoweverManyRoomsThereAre() {
        Caller ann = register("list-ann");
        for (int number = 1; number <= 20; number++) {
            Caller peer = register("list-" + number);
            rooms.openDirect(peer, "list-ann", null);
            rooms.create(peer, new NewRoom("list " + number, List.of("list-ann"), true, null), null);
            if (number == 1 || number == 20) {
                assertEquals(STATEMENTS, statementsOfAList(ann, 2 * number));
            }
        }
    }

    @Test
    void allRoomsAreThereWhereOneQueryIsNotGivenAllOfThem() {
        Caller ann = register("parts-ann");
        register("parts-ben");
        for (int number = 1; number <= MORE_THAN_A_PART; number++) {
            rooms.create(ann, new NewRoom("parts " + number, List.of("parts-ben"), true, null), null);
        }
        List<Room> list = views.list(ann, 500, null).rooms();
        assertEquals(MORE_THAN_A_PART, list.size());
        assertEquals("parts " + MORE_THAN_A_PART, list.get(0).name());
        assertTrue(list.stream().allMatch(room -> room.lastMessage() != null && room.lastSeq() == 1));
        assertEquals(list, views.overview(ann, 200));
        assertEquals(
                MORE_THAN_A_PART, access.lastSeqs(access.rooms(ann.accountId())).size());
    }

    private int statementsOfAList(Caller caller, int expectedRooms) {
        try (SqlCounter counter = new SqlCounter()) {
            assertEquals(expectedRooms, views.list(caller, 100, null).rooms().size());
            assertTrue(counter.count() > 0, "the counter hears of statements");
            return counter.count();
        }
    }

    private Caller register(String username) {
        accounts.register(username, "a hash that nobody logs in with");
        return new Caller(accounts.find(username).orElseThrow().id(), username, 0L, Time.now());
    }
}
