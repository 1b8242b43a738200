package chat262.live;

import chat262.api.Content;
import chat262.api.Message;
import chat262.api.MessageKind.MemberChange;
import chat262.messages.LogReader;
import chat262.messages.writer.MessagesAppended.Entry;
import chat262.rooms.RoomAccess;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Pushes entries to the subscribers of their rooms: in each room in order, without a gap and none twice, in whatever order
 * they are announced. Used by the event loop only.
 */
final class Delivery {
    private static final Logger LOG = Logger.getLogger(Delivery.class.getName());

    /** This many entries are read with one query. */
    private static final int PAGE = 500;

    private final Subscriptions subscriptions;
    private final LogReader log;
    private final RoomAccess access;
    private final RoomSnapshots snapshots;

    /** Devices with entries that are queued and not sent yet: what waits for one of them leaves in one write. */
    private final Set<Subscriber> queued = new LinkedHashSet<>();

    Delivery(Subscriptions subscriptions, LogReader log, RoomAccess access, RoomSnapshots snapshots) {
        this.subscriptions = subscriptions;
        this.log = log;
        this.access = access;
        this.snapshots = snapshots;
    }

    /** Pushes entries that are in the log. What can't be pushed now is pushed with the next entry or by the sweep. */
    void deliver(List<Entry> entries) {
        Set<Long> failed = new HashSet<>();
        for (Entry entry : entries) {
            long roomId = entry.message().room();
            RoomSubscribers pushedTo = null;
            try {
                pushedTo = failed.contains(roomId) ? null : deliver(entry);
            } catch (RuntimeException e) {
                failed.add(roomId);
                LOG.log(Level.WARNING, "Room " + roomId + " falls behind on the live stream", e);
            }
            StreamSend.answer(entry, pushedTo);
        }
        flush();
    }

    /** Writes what is queued. */
    void flush() {
        queued.forEach(Subscriber::flush);
        queued.clear();
    }

    /** Pushes an entry unless it was pushed before; returns the room that it was pushed to now, or null. */
    private RoomSubscribers deliver(Entry entry) {
        Message message = entry.message();
        RoomSubscribers room = subscriptions.room(message.room());
        if (room == null) {
            begin(entry);
            return null;
        }
        catchUp(room, message.seq() - 1);
        boolean isNext = message.seq() == room.lastSeq() + 1;
        if (isNext) {
            push(room, entry);
        }
        subscriptions.removeIfEmpty(room);
        return isNext ? room : null;
    }

    /** A room without subscribers: this entry may add the first members who are connected. */
    private void begin(Entry entry) {
        if (joining(entry).isEmpty()) {
            return;
        }
        long roomId = entry.message().room();
        Long lastSeq = access.lastSeqs(Set.of(roomId)).get(roomId);
        RoomSubscribers room = subscriptions.create(roomId, entry.message().seq() - 1);
        try {
            push(room, entry);
            // If this entry is late, its members may have left again, as later entries say.
            catchUp(room, lastSeq);
        } finally {
            subscriptions.removeIfEmpty(room);
        }
    }

    /** Subscribes two accounts to their new direct room, from its first entry on, which may have been announced before. */
    void beginDirect(long roomId, Collection<Long> accountIds) {
        RoomSubscribers known = subscriptions.room(roomId);
        RoomSubscribers room = known == null ? subscriptions.create(roomId, 0) : known;
        accountIds.forEach(accountId -> room.add(subscriptions.of(accountId)));
        try {
            catchUp(room, access.lastSeqs(Set.of(roomId)).getOrDefault(roomId, 0L));
        } finally {
            flush();
            subscriptions.removeIfEmpty(room);
        }
    }

    /** Another node has stored entries, up to these seqs of some rooms. */
    void announced(Map<Long, Long> lastSeqs) {
        lastSeqs.forEach((roomId, lastSeq) -> {
            RoomSubscribers room = subscriptions.room(roomId);
            if (room != null) {
                try {
                    catchUp(room, lastSeq);
                } catch (RuntimeException e) {
                    LOG.log(Level.WARNING, "Room " + roomId + " falls behind on the live stream", e);
                }
                subscriptions.removeIfEmpty(room);
            }
        });
        flush();
    }

    /** Pushes the entries up to a seq that were not pushed yet, as the table has them; {@link #flush} writes them. */
    void catchUp(RoomSubscribers room, long seq) {
        while (room.lastSeq() < seq) {
            List<Entry> page = log.entries(room.roomId(), room.lastSeq() + 1, Math.min(seq, room.lastSeq() + PAGE));
            if (page.isEmpty()) {
                return; // an announced entry isn't there, which must not make an endless loop
            }
            page.forEach(entry -> push(room, entry));
        }
    }

    private void push(RoomSubscribers room, Entry entry) {
        Message message = entry.message();
        Collection<Subscriber> joining = joining(entry);
        room.add(joining);
        room.pushed(message.seq());
        MessageFrames frames = new MessageFrames(message);
        for (Subscriber subscriber : room.all()) {
            boolean isSender = subscriber.caller().accountId() == entry.senderId();
            subscriber.queue(isSender ? frames.forSender() : frames.forOthers());
            queued.add(subscriber);
        }
        if (message.kind().memberChange() == MemberChange.ENDS) {
            unsubscribe(room, entry.subjectId());
        } else if (message.kind().renamesRoom()) {
            snapshots.send(message.room(), room.all());
        } else {
            snapshots.send(message.room(), joining);
        }
    }

    /** The devices of the accounts that an entry makes members. */
    private Collection<Subscriber> joining(Entry entry) {
        return switch (entry.message().kind().memberChange()) {
            case FOUNDS ->
                subscriptions.named(((Content.Created) entry.message().content()).members());
            case JOINS -> subscriptions.of(entry.subjectId());
            default -> List.of();
        };
    }

    private void unsubscribe(RoomSubscribers room, Long accountId) {
        for (Subscriber subscriber : subscriptions.of(accountId)) {
            if (room.has(subscriber)) {
                room.remove(subscriber);
                subscriber.send(ServerFrames.gone(room.roomId()));
            }
        }
    }
}
