package chat262.rooms;

import chat262.accounts.Account;
import chat262.accounts.AccountService;
import chat262.accounts.Caller;
import chat262.api.MessageKind;
import chat262.api.rooms.MemberView;
import chat262.api.rooms.Role;
import chat262.problems.Problems;
import chat262.text.Names;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** The members of a group: inviting, leaving, removing, roles. */
@Stateless
public class MemberService {
    @PersistenceContext
    EntityManager em;

    @Inject
    AccountService accounts;

    @Inject
    RoomAccess access;

    @Inject
    RoomLog log;

    /** Invites an account or, with the caller's own name, joins an open group; inviting a member changes nothing. */
    public Result<MemberView> invite(Caller caller, long roomId, String username, String key) {
        boolean joins = Names.fold(username).equals(Names.fold(caller.username()));
        IdempotentRequest call = call(caller, key, "invite", roomId, username);
        if (isKnown(call)) {
            return new Result<>(present(roomId, username, Role.MEMBER), false);
        }
        refuseEarly(joins, roomId, caller.accountId());
        accounts.lock(caller, List.of(username));
        ChatRoom room = access.lock(roomId);
        if (isKnown(call)) { // the same call came through while this one waited
            return new Result<>(present(roomId, username, Role.MEMBER), false);
        }
        if (joins) {
            access.joinable(room, caller.accountId());
        } else {
            access.owner(room, caller.accountId());
        }
        Account account = accounts.find(username).orElseThrow(() -> Problems.notFound("account"));
        return add(room, account, caller, call);
    }

    /** Makes an account a member of a locked room. */
    private Result<MemberView> add(ChatRoom room, Account account, Caller caller, IdempotentRequest call) {
        Optional<Membership> there = membership(room.id(), account.id());
        if (there.isPresent()) {
            remember(call, room.id());
            return new Result<>(view(account, there.get()), false);
        }
        long seq =
                log.append(room, new RoomLog.Entry(MessageKind.JOINED, caller.accountId(), account.id(), null), call);
        Membership member = new Membership(room.id(), account.id(), Role.MEMBER, seq - 1);
        em.persist(member);
        em.flush();
        return new Result<>(view(account, member), true);
    }

    /** Checked before any lock, so that others are refused at once; it is checked again after the lock. */
    private void refuseEarly(boolean joins, long roomId, long accountId) {
        if (joins) {
            access.joinable(em.find(ChatRoom.class, roomId), accountId);
        } else {
            access.owner(access.room(access.member(roomId, accountId)), accountId);
        }
        em.clear(); // or the next look would find what this one has read
    }

    /** Leaves, or removes a member; removing an account that is no member changes nothing. */
    public void remove(Caller caller, long roomId, String username, String key) {
        IdempotentRequest call = call(caller, key, "remove", roomId, username);
        ChatRoom room = access.lock(roomId);
        if (isKnown(call)) {
            return;
        }
        Membership own = access.groupMember(room, caller.accountId());
        Account account = accounts.find(username).orElseThrow(() -> Problems.notFound("account"));
        boolean leaves = account.id() == caller.accountId();
        if (!leaves && !own.isOwner()) {
            throw Problems.ownersOnly();
        }
        Optional<Membership> there = membership(roomId, account.id());
        if (there.isEmpty()) {
            remember(call, roomId);
            return;
        }
        List<Membership> others = othersOf(there.get());
        if (there.get().isOwner() && !others.isEmpty() && others.stream().noneMatch(Membership::isOwner)) {
            throw Problems.lastOwner();
        }
        MessageKind kind = leaves ? MessageKind.LEFT : MessageKind.REMOVED;
        depart(room, there.get(), new RoomLog.Entry(kind, caller.accountId(), account.id(), null), call);
    }

    /** Ends a membership of a locked room and writes why; the room ends with its last one. */
    public void depart(ChatRoom room, Membership member, RoomLog.Entry entry, IdempotentRequest call) {
        log.append(room, entry, call);
        boolean wasLast = othersOf(member).isEmpty();
        em.remove(member);
        if (wasLast) {
            room.close();
        }
        em.flush();
    }

    /** Gives a member another role. */
    public MemberView changeRole(Caller caller, long roomId, String username, Role role, String key) {
        IdempotentRequest call = call(caller, key, "role", roomId, username + "\n" + role);
        ChatRoom room = access.lock(roomId);
        if (isKnown(call)) {
            return present(roomId, username, role);
        }
        access.owner(room, caller.accountId());
        Account account = accounts.find(username).orElseThrow(() -> Problems.notFound("member"));
        Membership member = membership(roomId, account.id()).orElseThrow(() -> Problems.notFound("member"));
        if (member.role() == role) {
            remember(call, roomId);
            return view(account, member);
        }
        if (member.isOwner() && othersOf(member).stream().noneMatch(Membership::isOwner)) {
            throw Problems.lastOwner();
        }
        promote(room, member, role, caller.accountId(), call);
        em.flush();
        return view(account, member);
    }

    /** Changes a role in a locked room and writes it down. */
    public void promote(ChatRoom room, Membership member, Role role, long byAccountId, IdempotentRequest call) {
        member.become(role);
        log.append(room, new RoomLog.Entry(MessageKind.ROLE, byAccountId, member.accountId(), role.name()), call);
    }

    /** The other members of a room, the longest-standing first. */
    public List<Membership> othersOf(Membership member) {
        return em.createQuery(
                        "select m from Membership m where m.roomId = :room and m.accountId <> :account"
                                + " order by m.since, m.accountId",
                        Membership.class)
                .setParameter("room", member.roomId())
                .setParameter("account", member.accountId())
                .getResultList();
    }

    private Optional<Membership> membership(long roomId, long accountId) {
        return Optional.ofNullable(em.find(Membership.class, new MemberId(roomId, accountId)));
    }

    /** The answer to a repeated call: the member now or, if that one has left since, what the call had made of them. */
    private MemberView present(long roomId, String username, Role role) {
        return accounts.find(username)
                .flatMap(account -> membership(roomId, account.id()).map(member -> view(account, member)))
                .orElse(new MemberView(username, role, 0, 0));
    }

    private static MemberView view(Account account, Membership member) {
        return new MemberView(account.username(), member.role(), member.since(), member.cursor());
    }

    private static IdempotentRequest call(Caller caller, String key, String verb, long roomId, String what) {
        return IdempotentRequest.of(caller.accountId(), key, verb, String.valueOf(roomId), Names.fold(what));
    }

    private boolean isKnown(IdempotentRequest call) {
        return call != null && log.roomOf(call).isPresent();
    }

    private void remember(IdempotentRequest call, long roomId) {
        if (call != null) {
            log.remember(call, roomId);
        }
    }
}
