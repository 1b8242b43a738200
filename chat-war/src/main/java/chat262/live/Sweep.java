package chat262.live;

import chat262.platform.IdParts;
import chat262.rooms.RoomAccess;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Compares what was pushed with the tables, so that nothing depends on events: entries, memberships and sessions always, and
 * what only other nodes can have changed if there may be some. Used by the event loop only.
 */
final class Sweep {
    /** Cursors of watched rooms are many rows, and hints tell of them; so only so many sweeps apart. */
    private static final int SWEEPS_BETWEEN_CURSORS = 6;

    private final Subscriptions subscriptions;
    private final Delivery delivery;
    private final RoomSnapshots snapshots;
    private final ReadReceipts receipts;
    private final SessionCheck sessions;
    private final RoomAccess access;
    private final OtherNodes others;
    private int sweeps;

    /** Which other nodes there may be. */
    enum OtherNodes {
        /** This server is the only one. */
        NONE,
        /** They tell what they change. */
        TELLING,
        /** What they change must be looked for. */
        SILENT
    }

    Sweep(Routing routing, RoomAccess access, OtherNodes others) {
        this.subscriptions = routing.subscriptions();
        this.delivery = routing.delivery();
        this.snapshots = routing.snapshots();
        this.receipts = routing.receipts();
        this.sessions = routing.sessions();
        this.access = access;
        this.others = others;
    }

    /** Compares everything that is due. */
    void run(Collection<Subscriber> connected) {
        boolean isCursorsTurn = others == OtherNodes.SILENT || ++sweeps % SWEEPS_BETWEEN_CURSORS == 0;
        run(connected, others != OtherNodes.NONE && isCursorsTurn);
    }

    /** Compares everything, as hints may have been missed. */
    void runWhole(Collection<Subscriber> connected) {
        run(connected, true);
    }

    private void run(Collection<Subscriber> connected, boolean withCursors) {
        sessions.check(connected);
        try {
            memberships();
            IdParts.of(subscriptions.rooms()).forEach(this::rooms);
        } finally {
            delivery.flush();
        }
        if (withCursors) {
            watchedCursors();
        }
        receipts.flush();
    }

    private void memberships() {
        // Sorted, so that those of a part are neighbours in the table.
        List<Long> all = subscriptions.accountIds().stream().sorted().toList();
        IdParts.of(all)
                .forEach(some -> subscriptions.subscribe(some, receipts::seen).forEach(snapshots::send));
    }

    private void rooms(List<RoomSubscribers> some) {
        List<Long> ids = some.stream().map(RoomSubscribers::roomId).toList();
        Map<Long, Long> lastSeqs = access.lastSeqs(ids);
        for (RoomSubscribers room : some) {
            delivery.catchUp(room, lastSeqs.getOrDefault(room.roomId(), 0L));
            subscriptions.removeIfEmpty(room);
        }
        if (others != OtherNodes.NONE) {
            access.closed(ids).forEach(snapshots::sendClosed);
        }
    }

    private void watchedCursors() {
        List<Long> watched = subscriptions.rooms().stream()
                .filter(room -> !room.watchers().isEmpty())
                .map(RoomSubscribers::roomId)
                .toList();
        access.cursorsIn(watched).forEach(receipts::movedElsewhere);
    }
}
