package chat262.live;

import chat262.accounts.SessionsEnded;
import chat262.messages.CursorMoved;
import chat262.messages.MessagesAppended;
import chat262.rooms.DirectClosed;
import chat262.rooms.DirectOpened;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.List;
import java.util.function.Consumer;

/**
 * What the other features tell, on its way to the live stream. No EJB, as the container looks an EJB up for each event, by
 * JNDI, on the log writer's thread.
 */
@ApplicationScoped
public class LiveEvents {
    private volatile Switchboard switchboard;

    /** From now on events go there. What comes before that, nobody is connected to hear. */
    void passTo(Switchboard board) {
        switchboard = board;
    }

    void appended(@Observes MessagesAppended event) {
        tell(board -> board.appended(event.entries()));
    }

    void moved(@Observes CursorMoved event) {
        tell(board -> board.moved(event));
    }

    void ended(@Observes(during = TransactionPhase.AFTER_SUCCESS) SessionsEnded event) {
        tell(board -> board.sessionsEnded(event.accountId()));
    }

    void opened(@Observes(during = TransactionPhase.AFTER_SUCCESS) DirectOpened event) {
        tell(board -> board.directOpened(event.roomId(), List.of(event.accountId(), event.peerId())));
    }

    void closed(@Observes(during = TransactionPhase.AFTER_SUCCESS) DirectClosed event) {
        tell(board -> board.directClosed(event.roomId()));
    }

    private void tell(Consumer<Switchboard> what) {
        Switchboard board = switchboard;
        if (board != null) {
            what.accept(board);
        }
    }
}
