package chat262.rooms;

import chat262.accounts.AccountDeleted;
import chat262.api.MessageKind;
import chat262.api.Role;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/** Takes a deleted account out of its rooms, in the transaction that deletes it. */
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

    /** Leaves every room of the account, in the order of their ids. */
    public void leaveAll(@Observes AccountDeleted event) {
        List<Long> roomIds = em.createQuery(
                        "select m.roomId from Membership m where m.accountId = :account order by m.roomId", Long.class)
                .setParameter("account", event.accountId())
                .getResultList();
        roomIds.forEach(roomId -> leave(roomId, event.accountId()));
    }

    private void leave(long roomId, long accountId) {
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
