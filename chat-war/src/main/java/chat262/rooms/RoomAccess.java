package chat262.rooms;

import chat262.platform.IdParts;
import chat262.problems.Problems;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The one gate to rooms: code that holds a {@link Membership} from here may read that room, and no other code. */
@Stateless
public class RoomAccess {
    private static final String NAMED_CURSORS =
            "select new chat262.rooms.NamedCursor(m.roomId, m.accountId, a.username, m.cursor)"
                    + " from Membership m, Account a where a.id = m.accountId";

    @PersistenceContext
    EntityManager em;

    /** The caller's membership; {@code not-found} whether there is no such room or it is not the caller's. */
    public Membership member(long roomId, long accountId) {
        Membership membership = em.find(Membership.class, new MemberId(roomId, accountId));
        if (membership == null) {
            throw Problems.notFound("room");
        }
        return membership;
    }

    /**
     * The last seq of a member's room; {@code not-found} if the membership has ended. Called after what a member asked for was
     * read: without it the member could get entries from after the end.
     */
    public long lastSeq(Membership member) {
        long lastSeq = em.createQuery("select r.lastSeq from ChatRoom r where r.id = :room", Long.class)
                .setParameter("room", member.roomId())
                .getSingleResult();
        // A query of its own: Derby could hold the membership while it waits for the room, and the log takes the room
        // first.
        if (!lasts(member)) {
            throw Problems.notFound("room");
        }
        return lastSeq;
    }

    /** Whether a membership still exists. */
    public boolean lasts(Membership member) {
        return em.createQuery(
                        "select m.cursor from Membership m where m.roomId = :room and m.accountId = :account",
                        Long.class)
                .setParameter("room", member.roomId())
                .setParameter("account", member.accountId())
                .getResultStream()
                .findFirst()
                .isPresent();
    }

    /** All memberships of some accounts, in no order, with how far each has acknowledged. */
    public List<MemberCursor> memberCursors(Collection<Long> accountIds) {
        // The range says the same once more: for the list alone Derby reads the whole table, and the list for each row.
        return accountIds.isEmpty()
                ? List.of()
                : em.createQuery(
                                "select new chat262.rooms.MemberCursor(m.roomId, m.accountId, m.cursor) from Membership m"
                                        + " where m.accountId between :first and :last and m.accountId in :accounts",
                                MemberCursor.class)
                        .setParameter("first", Collections.min(accountIds))
                        .setParameter("last", Collections.max(accountIds))
                        .setParameter("accounts", accountIds)
                        .getResultList();
    }

    /** How far all members of some rooms have acknowledged. */
    public List<NamedCursor> cursorsIn(Collection<Long> roomIds) {
        return IdParts.of(roomIds)
                .flatMap(part -> em.createQuery(NAMED_CURSORS + " and m.roomId in :rooms", NamedCursor.class)
                        .setParameter("rooms", part)
                        .getResultStream())
                .toList();
    }

    /** How far some members of a room have acknowledged. */
    public List<NamedCursor> cursorsOf(long roomId, Collection<Long> accountIds) {
        return IdParts.of(accountIds)
                .flatMap(part -> em.createQuery(
                                NAMED_CURSORS + " and m.roomId = :room and m.accountId in :accounts", NamedCursor.class)
                        .setParameter("room", roomId)
                        .setParameter("accounts", part)
                        .getResultStream())
                .toList();
    }

    /** The members of a room. */
    public List<Long> memberAccounts(long roomId) {
        return em.createQuery("select m.accountId from Membership m where m.roomId = :room", Long.class)
                .setParameter("room", roomId)
                .getResultList();
    }

    /** Those of some rooms that are closed. */
    public List<Long> closed(Collection<Long> roomIds) {
        return IdParts.of(roomIds)
                .flatMap(part -> em.createQuery(
                                "select r.id from ChatRoom r where r.closed = true and r.id in :rooms", Long.class)
                        .setParameter("rooms", part)
                        .getResultStream())
                .toList();
    }

    /** The rooms that an account is a member of now. */
    public Set<Long> rooms(long accountId) {
        return memberCursors(List.of(accountId)).stream()
                .map(MemberCursor::roomId)
                .collect(Collectors.toSet());
    }

    /** How far the logs of some rooms go, by room. */
    public Map<Long, Long> lastSeqs(Collection<Long> roomIds) {
        return IdParts.of(roomIds)
                .flatMap(part -> em.createQuery(
                                "select r.id, r.lastSeq from ChatRoom r where r.id in :rooms", Object[].class)
                        .setParameter("rooms", part)
                        .getResultStream())
                .collect(Collectors.toMap(row -> (Long) row[0], row -> (Long) row[1]));
    }

    /** The room of a membership. */
    public ChatRoom room(Membership member) {
        return em.find(ChatRoom.class, member.roomId());
    }

    /**
     * Locks a room until the transaction ends; null if there is none. What is read of the room and its members after
     * this can't change any more, and what was read before it doesn't count.
     */
    public ChatRoom lock(long roomId) {
        // An UPDATE that changes nothing: it locks the row on every database.
        int found = em.createNativeQuery("UPDATE room SET last_seq = last_seq WHERE id = ?")
                .setParameter(1, roomId)
                .executeUpdate();
        if (found == 0) {
            return null;
        }
        ChatRoom room = em.find(ChatRoom.class, roomId);
        em.refresh(room);
        return room;
    }

    /**
     * Passes if the caller may come into a group by itself, or is in it already; to others it is {@code not-found}, as if there were
     * none. What counts is a check of the locked room.
     *
     * @param room null if there is none
     */
    public void joinable(ChatRoom room, long accountId) {
        if (room == null || !room.isOpen()) {
            groupMember(room, accountId);
        }
    }

    /** The caller's membership of a group whose room is locked; refused unless the caller is an owner. */
    public Membership owner(ChatRoom room, long accountId) {
        Membership membership = groupMember(room, accountId);
        if (!membership.isOwner()) {
            throw Problems.ownersOnly();
        }
        return membership;
    }

    /** The caller's membership of a group whose room is locked; {@code room} may be null, which is {@code not-found}. */
    public Membership groupMember(ChatRoom room, long accountId) {
        if (room == null) {
            throw Problems.notFound("room");
        }
        Membership membership = member(room.id(), accountId);
        if (!room.isGroup()) {
            throw Problems.notAGroup();
        }
        return membership;
    }
}
