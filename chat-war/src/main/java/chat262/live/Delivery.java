package chat262.live;

import chat262.api.Content;
import chat262.api.Message;
import chat262.api.MessageKind.MemberChange;
import chat262.messages.LogReader;
import chat262.messages.MessagesAppended.Entry;
import chat262.rooms.RoomAccess;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Pushes entries to their audiences: in each room one after the other, without a hole and none twice, whatever order they
 * are told in. Belongs to the switchboard's thread.
 */
final class Delivery {
    private static final Logger LOG = Logger.getLogger(Delivery.class.getName());

    /** So many entries are read at once. */
    private static final int PAGE = 500;

    /** The memberships of so many accounts are looked up at once, neighbours in the table. */
    private static final int NEIGHBOURS = 100;

    private final Subscriptions subscriptions;
    private final LogReader log;
    private final RoomAccess access;
    private final RoomNews news;

    Delivery(Subscriptions subscriptions, LogReader log, RoomAccess access, RoomNews news) {
        this.subscriptions = subscriptions;
        this.log = log;
        this.access = access;
        this.news = news;
    }

    /** Pushes entries that are in the log. What can't be pushed now, the next entry or the sweep brings. */
    void deliver(List<Entry> entries) {
        Set<Long> failed = new HashSet<>();
        for (Entry entry : entries) {
            long roomId = entry.message().room();
            if (failed.contains(roomId)) {
                continue;
            }
            try {
                deliver(entry);
            } catch (RuntimeException e) {
                failed.add(roomId);
                LOG.log(Level.WARNING, "Room " + roomId + " falls behind on the live stream", e);
            }
        }
    }

    private void deliver(Entry entry) {
        Message message = entry.message();
        Audience audience = subscriptions.audience(message.room());
        if (audience == null) {
            begin(entry);
            return;
        }
        catchUp(audience, message.seq() - 1);
        if (message.seq() == audience.lastSeq() + 1) {
            push(audience, entry);
        }
        subscriptions.endIfEmpty(audience);
    }

    /** A room that nobody heard of: this entry may bring its first members who are connected. */
    private void begin(Entry entry) {
        if (joining(entry).isEmpty()) {
            return;
        }
        long roomId = entry.message().room();
        Long lastSeq = access.lastSeqs(Set.of(roomId)).get(roomId);
        Audience audience = subscriptions.begin(roomId, entry.message().seq() - 1);
        try {
            push(audience, entry);
            // If this one is late, those who joined may have left again, as later entries tell.
            catchUp(audience, lastSeq);
        } finally {
            subscriptions.endIfEmpty(audience);
        }
    }

    /** Lets two accounts hear of their new direct room from its first entry on, which may have been told of before this. */
    void beginDirect(long roomId, Collection<Long> accountIds) {
        Audience known = subscriptions.audience(roomId);
        Audience audience = known == null ? subscriptions.begin(roomId, 0) : known;
        accountIds.forEach(accountId -> audience.add(subscriptions.of(accountId)));
        try {
            catchUp(audience, access.lastSeqs(Set.of(roomId)).getOrDefault(roomId, 0L));
        } finally {
            subscriptions.endIfEmpty(audience);
        }
    }

    /** Pushes what the table holds up to a seq and was not pushed yet. */
    void catchUp(Audience audience, long seq) {
        while (audience.lastSeq() < seq) {
            List<Entry> page =
                    log.entries(audience.roomId(), audience.lastSeq() + 1, Math.min(seq, audience.lastSeq() + PAGE));
            if (page.isEmpty()) {
                return; // it was told of something that isn't there, which is no reason to turn for ever
            }
            page.forEach(entry -> push(audience, entry));
        }
    }

    private void push(Audience audience, Entry entry) {
        Message message = entry.message();
        Collection<LiveSocket> joining = joining(entry);
        audience.add(joining);
        audience.pushed(message.seq());
        byte[] forOthers = null;
        byte[] forSender = null;
        for (LiveSocket socket : audience.sockets()) {
            if (socket.caller().accountId() == entry.senderId() && message.key() != null) {
                forSender = forSender == null ? ServerFrames.message(message) : forSender;
                socket.send(forSender);
            } else {
                forOthers = forOthers == null ? ServerFrames.message(message.withoutKey()) : forOthers;
                socket.send(forOthers);
            }
        }
        if (message.kind().memberChange() == MemberChange.ENDS) {
            takeOff(audience, entry.subjectId());
        } else if (message.kind().renamesRoom()) {
            news.tell(message.room(), audience.sockets());
        } else {
            news.tell(message.room(), joining);
        }
    }

    /** The sockets of those whom an entry makes members. */
    private Collection<LiveSocket> joining(Entry entry) {
        return switch (entry.message().kind().memberChange()) {
            case FOUNDS ->
                subscriptions.named(((Content.Created) entry.message().content()).members());
            case JOINS -> subscriptions.of(entry.subjectId());
            default -> List.of();
        };
    }

    private void takeOff(Audience audience, Long accountId) {
        for (LiveSocket socket : subscriptions.of(accountId)) {
            if (audience.has(socket)) {
                audience.remove(socket);
                socket.send(ServerFrames.gone(audience.roomId()));
            }
        }
    }

    /** Compares what was pushed with what the tables hold, so that nothing depends on being told. */
    void sweep() {
        sweepMemberships();
        sweepLogs();
    }

    private void sweepMemberships() {
        List<Long> all = subscriptions.accountIds().stream().sorted().toList();
        for (int from = 0; from < all.size(); from += NEIGHBOURS) {
            subscriptions
                    .subscribe(all.subList(from, Math.min(all.size(), from + NEIGHBOURS)))
                    .forEach(news::tell);
        }
    }

    private void sweepLogs() {
        List<Audience> all = List.copyOf(subscriptions.audiences());
        for (int from = 0; from < all.size(); from += PAGE) {
            List<Audience> some = all.subList(from, Math.min(all.size(), from + PAGE));
            Map<Long, Long> lastSeqs =
                    access.lastSeqs(some.stream().map(Audience::roomId).toList());
            for (Audience audience : some) {
                catchUp(audience, lastSeqs.getOrDefault(audience.roomId(), 0L));
                subscriptions.endIfEmpty(audience);
            }
        }
    }
}
