package chat262.messages;

import chat262.api.Message;
import chat262.platform.Time;
import chat262.rooms.ChatRoom;
import chat262.rooms.IdempotentRequest;
import chat262.rooms.RoomLog;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The log as rooms use it. */
@Stateless
@Local(RoomLog.class)
public class MessageLog implements RoomLog {
    @PersistenceContext
    EntityManager em;

    @Inject
    LogReader reader;

    @Inject
    StoredKeys keys;

    @Inject
    UnreadTexts unread;

    @Inject
    Event<EntryWritten> written;

    @Override
    public long append(ChatRoom room, Entry entry, IdempotentRequest call) {
        Instant now = Time.now();
        LogEntry stored = new LogEntry(
                        room.id(), room.nextSeq(now), entry.kind().wireName(), entry.senderId(), now)
                .says(entry.body())
                .about(entry.subjectId());
        if (call != null) {
            stored.named(call.key(), call.fingerprint());
        }
        em.persist(stored);
        em.flush();
        reader.entries(room.id(), room.lastSeq(), room.lastSeq())
                .forEach(written -> this.written.fire(new EntryWritten(written)));
        return room.lastSeq();
    }

    @Override
    public void addFounders(ChatRoom room, Collection<Long> accountIds) {
        accountIds.forEach(accountId -> em.persist(new Founder(room.id(), accountId)));
    }

    @Override
    public void remember(IdempotentRequest call, long roomId) {
        keys.remember(call, roomId);
    }

    @Override
    public Optional<Long> roomOf(IdempotentRequest call) {
        return keys.roomOf(call);
    }

    @Override
    public Optional<Message> entryOf(IdempotentRequest call, long roomId) {
        return em.createQuery(
                        "select m.seq from LogEntry m where m.senderId = :sender and m.clientKey = :key", Long.class)
                .setParameter("sender", call.accountId())
                .setParameter("key", call.key())
                .getResultStream()
                .flatMap(seq -> reader.range(roomId, seq, seq, call.accountId()).stream())
                .findFirst();
    }

    @Override
    public Map<Long, Message> last(Collection<ChatRoom> rooms, long accountId) {
        return reader.last(rooms.stream().map(ChatRoom::id).toList(), accountId).stream()
                .collect(Collectors.toMap(Message::room, message -> message));
    }

    @Override
    public Map<Long, Unread> unread(long accountId, Map<Long, Long> lastSeqs) {
        return unread.count(accountId, lastSeqs);
    }
}
