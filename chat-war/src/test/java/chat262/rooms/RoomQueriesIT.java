package chat262.rooms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat262.accounts.AccountService;
import chat262.accounts.Caller;
import chat262.api.NewRoom;
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

/** How many statements a view of rooms takes, which only a look from inside can show. */
@ExtendWith(ArquillianExtension.class)
class RoomQueriesIT {
    /** Of the rooms, their last entries, the founders that these name, what is unread, the peers, and what is a member's still. */
    private static final int STATEMENTS = 6;

    @Inject
    AccountService accounts;

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
            rooms.create(peer, new NewRoom("list " + number, List.of("list-ann"), true), null);
            if (number == 1 || number == 20) {
                assertEquals(STATEMENTS, statementsOfAList(ann, 2 * number));
            }
        }
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
