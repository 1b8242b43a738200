package chat262.rooms;

import chat262.accounts.Account;
import chat262.accounts.AccountService;
import chat262.accounts.Caller;
import chat262.api.MessageKind;
import chat262.api.rooms.NewRoom;
import chat262.api.rooms.Role;
import chat262.api.rooms.Room;
import chat262.api.rooms.RoomChange;
import chat262.problems.Problems;
import chat262.text.Names;
import chat262.text.UnicodeText;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** Opens, creates and changes rooms. */
@Stateless
public class RoomService {
    @PersistenceContext
    EntityManager em;

    @Inject
    AccountService accounts;

    @Inject
    RoomAccess access;

    @Inject
    RoomViews views;

    @Inject
    ReplayedAnswers repeated;

    @Inject
    RoomLog log;

    @Inject
    Event<DirectOpened> directOpened;

    /** Creates a group with the caller as its owner. */
    public Result<Room> create(Caller caller, NewRoom request, String key) {
        String name = UnicodeText.trim(request.name());
        boolean listed = !Boolean.FALSE.equals(request.listed());
        boolean open = Boolean.TRUE.equals(request.open());
        refuseHiddenAndOpen(request.listed(), request.open());
        IdempotentRequest call = createCall(caller, key, name, listed, open, request.members());
        Optional<Long> known = known(call);
        if (known.isEmpty()) {
            List<Account> founders = founders(caller, request.members(), open);
            known = known(call); // the same call may have come through while this one waited for the lock
            if (known.isEmpty()) {
                ChatRoom room = ChatRoom.group(name, listed, open);
                createGroup(room, caller, founders, call);
                return new Result<>(views.one(caller, room.id()), true);
            }
        }
        return new Result<>(repeated.answer(caller, known.get(), call, name, listed, open), false);
    }

    /** The verb tells of an open group, so that keys of other groups stand for the same as before there were any. */
    private static IdempotentRequest createCall(
            Caller caller, String key, String name, boolean listed, boolean open, List<String> members) {
        return IdempotentRequest.of(
                caller.accountId(),
                key,
                open ? "create open" : "create",
                name,
                String.valueOf(listed),
                String.join("\n", members));
    }

    private static void refuseHiddenAndOpen(Boolean listed, Boolean open) {
        if (Boolean.FALSE.equals(listed) && Boolean.TRUE.equals(open)) {
            throw Problems.invalid("listed", "must not be false if the group is open: an open group is listed");
        }
    }

    private void createGroup(ChatRoom room, Caller caller, List<Account> founders, IdempotentRequest call) {
        if (nameIsTaken(room.name())) {
            throw Problems.roomNameTaken(room.name());
        }
        em.persist(room);
        em.flush();
        for (Account founder : founders) {
            Role role = founder.id() == caller.accountId() ? Role.OWNER : Role.MEMBER;
            em.persist(new Membership(room.id(), founder.id(), role, 0));
        }
        log.addFounders(room, founders.stream().map(Account::id).toList());
        log.append(room, new RoomLog.Entry(MessageKind.CREATED, caller.accountId(), null, room.name()), call);
        em.flush();
    }

    /** The caller and those named, each once and locked. */
    private List<Account> founders(Caller caller, List<String> usernames, boolean open) {
        List<Account> founders = accounts.lock(caller, usernames);
        if (founders.size() < 2 && !open) {
            throw Problems.invalid("members", "must name somebody else unless the group is open");
        }
        return founders;
    }

    /** Opens the direct room of the caller and another account, the same one every time. */
    public Result<Room> openDirect(Caller caller, String username, String key) {
        IdempotentRequest call = IdempotentRequest.of(caller.accountId(), key, "direct", Names.fold(username));
        Optional<Long> known = known(call);
        if (known.isPresent()) {
            return new Result<>(views.one(caller, known.get()), false);
        }
        Account peer = account(username);
        if (peer.id() == caller.accountId()) {
            throw Problems.invalid("username", "is your own: a direct room is for two");
        }
        Optional<Long> there = direct(caller.accountId(), peer.id());
        if (there.isPresent()) {
            remember(call, there.get());
            return new Result<>(views.one(caller, there.get()), false);
        }
        accounts.lock(caller, List.of(username)); // neither may be deleted meanwhile
        peer = account(username); // the name may be another account's by now
        ChatRoom room = ChatRoom.direct(ChatRoom.pair(caller.accountId(), peer.id()));
        em.persist(room);
        em.flush();
        em.persist(new Membership(room.id(), caller.accountId(), Role.MEMBER, 0));
        em.persist(new Membership(room.id(), peer.id(), Role.MEMBER, 0));
        remember(call, room.id());
        em.flush();
        directOpened.fire(new DirectOpened(room.id(), caller.accountId(), peer.id()));
        return new Result<>(views.one(caller, room.id()), true);
    }

    private Account account(String username) {
        return accounts.find(username).orElseThrow(() -> Problems.notFound("account"));
    }

    private Optional<Long> direct(long one, long other) {
        return em.createQuery("select r.id from ChatRoom r where r.directPair = :pair", Long.class)
                .setParameter("pair", ChatRoom.pair(one, other))
                .getResultStream()
                .findFirst();
    }

    /** Renames a group, lists or unlists it, opens or closes it. */
    public Room change(Caller caller, long roomId, RoomChange request, String key) {
        String name = request.name() == null ? null : UnicodeText.trim(request.name());
        refuseHiddenAndOpen(request.listed(), request.open());
        String verb = request.open() == null ? "change" : "change, open " + request.open();
        IdempotentRequest call = IdempotentRequest.of(
                caller.accountId(), key, verb, String.valueOf(roomId), String.valueOf(name), "" + request.listed());
        ChatRoom room = access.lock(roomId);
        if (known(call).isPresent()) {
            return repeated.answer(caller, roomId, call, name, request.listed(), request.open());
        }
        access.owner(room, caller.accountId());
        if (request.listed() != null) {
            room.list(request.listed());
        }
        if (request.open() != null) {
            room.open(request.open());
        }
        if (name != null && !name.equals(room.name())) {
            rename(room, name);
            log.append(room, new RoomLog.Entry(MessageKind.RENAMED, caller.accountId(), null, name), call);
        } else {
            remember(call, roomId);
        }
        em.flush();
        return views.one(caller, roomId);
    }

    private void rename(ChatRoom room, String name) {
        boolean sameFolded = Names.fold(name).equals(Names.fold(room.name()));
        if (!sameFolded && nameIsTaken(name)) {
            throw Problems.roomNameTaken(name);
        }
        room.rename(name);
    }

    private boolean nameIsTaken(String name) {
        return em.createQuery("select r.id from ChatRoom r where r.nameFolded = :name", Long.class)
                .setParameter("name", Names.fold(name))
                .getResultStream()
                .findFirst()
                .isPresent();
    }

    private Optional<Long> known(IdempotentRequest call) {
        return call == null ? Optional.empty() : log.roomOf(call);
    }

    private void remember(IdempotentRequest call, long roomId) {
        if (call != null) {
            log.remember(call, roomId);
        }
    }
}
