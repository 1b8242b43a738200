package chat262.live;

import chat262.accounts.SessionsEnded;
import chat262.messages.writer.CursorMoved;
import chat262.messages.writer.MessagesAppended;
import chat262.rooms.DirectClosed;
import chat262.rooms.DirectOpened;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.List;
import java.util.function.Consumer;

/**
 * Passes the events of other features to the event loop. It is not an EJB, as the container would look that up in JNDI for
 * each event, on the log writer's thread.
 */
@ApplicationScoped
public class LiveEventObserver {
    private volatile LiveEventLoop eventLoop;

    /** Sets where events go. Those before that are dropped, as no device is connected yet. */
    void passTo(LiveEventLoop loop) {
        eventLoop = loop;
    }

    void appended(@Observes MessagesAppended event) {
        pass(loop -> loop.appended(event.entries()));
    }

    void moved(@Observes CursorMoved event) {
        pass(loop -> loop.cursorMoved(event));
    }

    void ended(@Observes(during = TransactionPhase.AFTER_SUCCESS) SessionsEnded event) {
        pass(loop -> loop.sessionsEnded(event.accountId()));
    }

    void opened(@Observes(during = TransactionPhase.AFTER_SUCCESS) DirectOpened event) {
        pass(loop -> loop.directOpened(event.roomId(), List.of(event.accountId(), event.peerId())));
    }

    void closed(@Observes(during = TransactionPhase.AFTER_SUCCESS) DirectClosed event) {
        pass(loop -> loop.directClosed(event.roomId()));
    }

    private void pass(Consumer<LiveEventLoop> event) {
        LiveEventLoop loop = eventLoop;
        if (loop != null) {
            event.accept(loop);
        }
    }
}
