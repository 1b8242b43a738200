package chat262.live;

import chat262.accounts.SessionCache;
import chat262.cluster.Hint;
import chat262.cluster.HintListener;
import chat262.rooms.NamedCursor;
import chat262.rooms.RoomAccess;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Looks for what other nodes tell of, if it concerns a device that is connected here. Thread-safe. */
final class HintHandler implements HintListener {
    private final LiveEventLoop eventLoop;
    private final Subscriptions subscriptions;
    private final Delivery delivery;
    private final RoomSnapshots snapshots;
    private final ReadReceipts receipts;
    private final SessionCheck sessions;
    private final SessionCache sessionCache;
    private final RoomAccess access;

    HintHandler(LiveEventLoop eventLoop, Routing routing, SessionCache sessionCache, RoomAccess access) {
        this.eventLoop = eventLoop;
        this.subscriptions = routing.subscriptions();
        this.delivery = routing.delivery();
        this.snapshots = routing.snapshots();
        this.receipts = routing.receipts();
        this.sessions = routing.sessions();
        this.sessionCache = sessionCache;
        this.access = access;
    }

    @Override
    public void received(Hint hint) {
        hint.ended().forEach(sessionCache::forget); // before any further call of theirs
        eventLoop.execute(() -> handle(hint));
    }

    @Override
    public void missed() {
        eventLoop.sweepWhole();
    }

    private void handle(Hint hint) {
        hint.ended().forEach(accountId -> sessions.check(subscriptions.of(accountId)));
        subscribe(hint);
        delivery.announced(hint.lastSeqs());
        hint.closed().forEach(snapshots::sendClosed);
        hint.cursors().forEach(this::cursorsMoved);
        hint.typing().forEach(this::typing);
    }

    private void subscribe(Hint hint) {
        Set<Long> accountIds = new HashSet<>();
        hint.joined()
                .forEach((roomId, joined) ->
                        accountIds.addAll(joined.isEmpty() ? access.memberAccounts(roomId) : joined));
        accountIds.retainAll(subscriptions.accountIds());
        subscriptions.subscribe(accountIds, receipts::seen).forEach(snapshots::send);
    }

    private void cursorsMoved(long roomId, Set<Long> accountIds) {
        RoomSubscribers room = subscriptions.room(roomId);
        if (room == null) {
            return;
        }
        Set<Long> concerned = new HashSet<>(accountIds);
        if (room.watchers().isEmpty()) { // then only the accounts' own devices
            concerned.retainAll(subscriptions.accountIds());
        }
        boolean watched = false;
        for (NamedCursor cursor : access.cursorsOf(roomId, concerned)) {
            watched |= receipts.movedElsewhere(cursor);
        }
        if (watched) {
            eventLoop.requestReceipts();
        }
    }

    private void typing(long roomId, Map<Long, String> usernames) {
        RoomSubscribers room = subscriptions.room(roomId);
        if (room != null) {
            usernames.forEach(room::pushTyping);
        }
    }
}
