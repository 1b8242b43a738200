package chat262.rooms;

import chat262.accounts.AccountDeleted;
import chat262.api.MessageKind;
import chat262.api.Role;
import chat262.api.RoomKind;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** Takes an account that is deleted out of its rooms. */
@Stateless
public class Departures {
    @PersistenceContext
    EntityManager em;

    @Inject
    RoomAccess access;

    @Inject
    MemberService members;

    @Inject
    Event<DirectClosed> directClosed;

    /** The groups of an account, in the order in which they may be locked. */
    public List<Long> groups(long accountId) {
        return em.createQuery(
                        "select r.id from Membership m, ChatRoom r where r.id = m.roomId and m.accountId = :account"
                                + " and r.kind = :group order by r.id",
                        Long.class)
                .setParameter("account", accountId)
                .setParameter("group", RoomKind.GROUP)
                .getResultList();
    }

    /** Leaves what {@link Farewells} has not: direct rooms, and groups that it was let into since. */
    public void leaveAll(@Observes AccountDeleted event) {
        access.rooms(event.accountId()).stream().sorted().forEach(roomId -> leave(roomId, event.accountId()));
    }

    /** Leaves a room, and sees to it that a group has an owner and that nobody writes to who is gone. */
    public void leave(long roomId, long accountId) {
        ChatRoom room = access.lock(roomId);
        Membership member = em.find(Membership.class, new Membership.Key(roomId, accountId));
        if (member == null) {
            return; // removed by somebody while this waited for the lock
        }
        if (room.isGroup()) {
            handOver(room, member);
            members.depart(room, member, new RoomLog.Entry(MessageKind.LEFT, accountId, accountId, null), null);
        } else {
            em.remove(member);
            room.close(); // the peer can read on, and nobody can send
            directClosed.fire(new DirectClosed(roomId));
        }
    }

    private void handOver(ChatRoom room, Membership leaving) {
        List<Membership> others = members.othersOf(leaving);
        boolean orphaned = leaving.isOwner() && others.stream().noneMatch(Membership::isOwner);
        if (orphaned && !others.isEmpty()) {
            members.promote(room, others.get(0), Role.OWNER, leaving.accountId(), null);
        }
    }
}
