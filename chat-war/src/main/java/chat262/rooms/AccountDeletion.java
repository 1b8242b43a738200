package chat262.rooms;

import chat262.accounts.AccountDeleted;
import chat262.accounts.AccountDeletionStarted;
import chat262.api.MessageKind;
import chat262.api.rooms.Role;
import chat262.api.rooms.RoomKind;
import jakarta.annotation.Resource;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;

/**
 * Takes an account out of its rooms when it is deleted. Its groups come first, each in a transaction of its own: one for all
 * of them would keep every group locked until the last one is left. Direct rooms close with the deletion itself, as nothing
 * opens them again.
 */
@Stateless
public class AccountDeletion {
    @PersistenceContext
    EntityManager em;

    @Inject
    RoomAccess access;

    @Inject
    MemberService members;

    @Inject
    Event<DirectClosed> directClosed;

    @Resource
    SessionContext context;

    /** Leaves the groups, before the transaction of the deletion. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void leaveGroups(@Observes AccountDeletionStarted event) {
        AccountDeletion inTransactions = context.getBusinessObject(AccountDeletion.class);
        groups(event.accountId()).forEach(roomId -> inTransactions.leave(roomId, event.accountId()));
    }

    /** The groups of an account, in the order in which they may be locked. */
    private List<Long> groups(long accountId) {
        return em.createQuery(
                        "select r.id from Membership m, ChatRoom r where r.id = m.roomId and m.accountId = :account"
                                + " and r.kind = :group order by r.id",
                        Long.class)
                .setParameter("account", accountId)
                .setParameter("group", RoomKind.GROUP)
                .getResultList();
    }

    /** Leaves, within that transaction, what is left: direct rooms, and groups that have invited the account since. */
    public void leaveRest(@Observes AccountDeleted event) {
        access.rooms(event.accountId()).stream().sorted().forEach(roomId -> leave(roomId, event.accountId()));
    }

    /** Leaves a room; a group keeps an owner, and a direct room takes no more messages. */
    public void leave(long roomId, long accountId) {
        ChatRoom room = access.lock(roomId);
        Membership member = em.find(Membership.class, new MemberId(roomId, accountId));
        if (member == null) {
            return; // an owner has removed the account while this waited for the lock
        }
        if (room.isGroup()) {
            handOver(room, member);
            members.depart(room, member, new RoomLog.Entry(MessageKind.LEFT, accountId, accountId, null), null);
        } else {
            em.remove(member);
            room.close(); // the peer can still read it
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
