package chat262.rooms;

import chat262.accounts.AccountLeaves;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/**
 * Takes an account out of its groups before it is deleted, each in a transaction of its own: one for all of them would keep
 * every group locked until the last one is left. Direct rooms close with the deletion itself, as nothing opens them again.
 */
@ApplicationScoped
public class Farewells {
    @Inject
    Departures departures;

    void leaveGroups(@Observes AccountLeaves event) {
        departures.groups(event.accountId()).forEach(roomId -> departures.leave(roomId, event.accountId()));
    }
}
