package chat262.messages;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import chat262.accounts.AccountService;
import chat262.accounts.Caller;
import chat262.api.NewRoom;
import chat262.platform.Time;
import chat262.rooms.RoomService;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.io.File;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What only a look from inside can show: what a transaction that does not commit leaves behind. */
@ExtendWith(ArquillianExtension.class)
class AppendInsideIT {
    @Inject
    AccountService accounts;

    @Inject
    RoomService rooms;

    @Inject
    MessageService messages;

    @Resource
    UserTransaction transaction;

    @Deployment
    static WebArchive theBuiltWar() {
        return ShrinkWrap.createFromZipFile(WebArchive.class, new File("target/chat.war"))
                .addClass(AppendInsideIT.class);
    }

    @Test
    void aGroupWhoseCreationRollsBackLeavesItsNameFree() throws Exception {
        Caller carl = register("carl");
        register("dora");
        var request = new NewRoom("inside", List.of("dora"), true);

        transaction.begin();
        rooms.create(carl, request, null);
        transaction.rollback();

        assertEquals("inside", rooms.create(carl, request, null).view().name());
        assertThrows(Exception.class, () -> rooms.create(carl, request, null));
    }

    private Caller register(String username) {
        accounts.register(username, "a hash that nobody logs in with");
        long id = accounts.find(username).orElseThrow().id();
        return new Caller(id, username, 0L, Time.now());
    }
}
