package chat262.messages;

import chat262.accounts.Caller;
import chat262.api.Cursor;
import chat262.api.CursorMove;
import chat262.api.Message;
import chat262.api.MessageKind;
import chat262.api.MessagePage;
import chat262.platform.Migrations;
import chat262.platform.Time;
import chat262.problems.Problems;
import chat262.rooms.ChatRoom;
import chat262.rooms.KeyedCall;
import chat262.rooms.Membership;
import chat262.rooms.Outcome;
import chat262.rooms.RoomAccess;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;

/** Sends, fetches and acknowledges. */
@Stateless
public class MessageService {
    @PersistenceContext
    EntityManager em;

    @Inject
    RoomAccess access;

    @Inject
    LogReader reader;

    @Inject
    KnownKeys keys;

    @Inject
    SendLimit limit;

    @Inject
    Migrations migrations;

    /** Stores a message at the end of a room, or finds the one that is there under this key. */
    public Outcome<Message> send(Caller caller, long roomId, String body, String key) {
        KeyedCall call = KeyedCall.of(caller.accountId(), key, "send", String.valueOf(roomId), body);
        ChatRoom room = access.lock(roomId);
        // Only from here on: what was read before the lock may have changed since.
        if (keys.roomOf(call).isPresent()) {
            return new Outcome<>(reader.byKey(caller.accountId(), key).orElseThrow(), false);
        }
        if (room == null) {
            throw Problems.notFound("room");
        }
        access.member(roomId, caller.accountId());
        if (room.isClosed()) {
            throw Problems.peerGone();
        }
        limit.count(caller.accountId());
        Instant now = Time.now();
        LogEntry entry = new LogEntry(roomId, room.nextSeq(now), MessageKind.TEXT.wireName(), caller.accountId(), now)
                .says(body)
                .named(call.key(), call.fingerprint());
        em.persist(entry);
        em.flush();
        return new Outcome<>(
                new Message(
                        roomId,
                        room.lastSeq(),
                        MessageKind.TEXT.wireName(),
                        caller.username(),
                        now,
                        key,
                        body,
                        null,
                        null,
                        null,
                        null,
                        null),
                true);
    }

    /** The messages above a seq; null means above the caller's cursor. */
    public MessagePage after(Caller caller, long roomId, Long after, int count) {
        Membership member = access.member(roomId, caller.accountId());
        long from = after == null ? member.cursor() : after;
        return page(caller, member, from + 1, from + count);
    }

    /** The messages just below a seq; null means the newest. */
    public MessagePage before(Caller caller, long roomId, Long before, int count) {
        Membership member = access.member(roomId, caller.accountId());
        // Seqs have no holes, so "the last N below" is a range: no index has to be read backwards.
        long newest = access.room(member).lastSeq();
        long end = before == null ? newest + 1 : Math.min(before, newest + 1);
        return page(caller, member, end - count, end - 1);
    }

    private MessagePage page(Caller caller, Membership member, long first, long last) {
        List<Message> messages = reader.range(member.roomId(), first, last, caller.accountId());
        // Read after the messages, so that it is never below the last of them.
        Object lastSeq = em.createNativeQuery("SELECT last_seq FROM room WHERE id = ?")
                .setParameter(1, member.roomId())
                .getSingleResult();
        return new MessagePage(messages, ((Number) lastSeq).longValue(), member.cursor(), migrations.epoch());
    }

    /** Moves the caller's cursor up to a seq that has been shown; a lower one changes nothing. */
    public Cursor acknowledge(Caller caller, long roomId, CursorMove move) {
        Membership member = access.member(roomId, caller.accountId());
        if (move.epoch() != null && !move.epoch().equals(migrations.epoch())) {
            throw Problems.historyChanged();
        }
        long lastSeq = access.room(member).lastSeq();
        if (move.seq() > lastSeq) {
            throw Problems.beyondTheEnd(lastSeq);
        }
        em.createNativeQuery(
                        "UPDATE membership SET cursor_seq = ? WHERE room_id = ? AND account_id = ? AND cursor_seq < ?")
                .setParameter(1, move.seq())
                .setParameter(2, roomId)
                .setParameter(3, caller.accountId())
                .setParameter(4, move.seq())
                .executeUpdate();
        em.refresh(member);
        return new Cursor(member.cursor(), migrations.epoch());
    }
}
