package chat262.live;

import chat262.accounts.SessionsEnded;
import chat262.cluster.Hints;
import chat262.messages.writer.CursorMoved;
import chat262.messages.writer.MessagesAppended;
import chat262.platform.ServiceEnded;
import chat262.rooms.DirectClosed;
import chat262.rooms.DirectOpened;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Passes the events of other features to the event loop, and tells the other nodes of them. It is not an EJB, as the container would
 * look that up in JNDI for each event, on the log writer's thread.
 */
@ApplicationScoped
public class LiveEventObserver {
    private volatile LiveEventLoop eventLoop;
    private volatile Hints hints = Hints.NONE;

    /** Sets where events go. Those before that are dropped, as no device is connected yet, and other nodes sweep. */
    void passTo(LiveEventLoop loop, Hints otherNodes) {
        hints = otherNodes;
        eventLoop = loop;
    }

    void appended(@Observes MessagesAppended event) {
        event.entries().forEach(this::tell);
        pass(loop -> loop.appended(event.entries()));
    }

    private void tell(MessagesAppended.Entry entry) {
        long roomId = entry.message().room();
        hints.appended(roomId, entry.message().seq());
        switch (entry.message().kind().memberChange()) {
            case FOUNDS -> hints.joined(roomId, Set.of());
            case JOINS -> hints.joined(roomId, Set.of(entry.subjectId()));
            default -> {
                // the members are the same, or one has left, as the entry says
            }
        }
    }

    void moved(@Observes CursorMoved event) {
        pass(loop -> loop.cursorMoved(event));
    }

    void ended(@Observes(during = TransactionPhase.AFTER_SUCCESS) SessionsEnded event) {
        hints.sessionsEnded(event.accountId());
        pass(loop -> loop.sessionsEnded(event.accountId()));
    }

    void opened(@Observes(during = TransactionPhase.AFTER_SUCCESS) DirectOpened event) {
        hints.joined(event.roomId(), Set.of(event.accountId(), event.peerId()));
        pass(loop -> loop.directOpened(event.roomId(), List.of(event.accountId(), event.peerId())));
    }

    void closed(@Observes(during = TransactionPhase.AFTER_SUCCESS) DirectClosed event) {
        hints.directClosed(event.roomId());
        pass(loop -> loop.directClosed(event.roomId()));
    }

    void ended(@Observes ServiceEnded event) {
        pass(LiveEventLoop::stop);
    }

    private void pass(Consumer<LiveEventLoop> event) {
        LiveEventLoop loop = eventLoop;
        if (loop != null) {
            event.accept(loop);
        }
    }
}
