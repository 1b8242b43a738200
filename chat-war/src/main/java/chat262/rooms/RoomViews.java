package chat262.rooms;

import chat262.accounts.Caller;
import chat262.api.Message;
import chat262.api.rooms.MemberView;
import chat262.api.rooms.Room;
import chat262.api.rooms.RoomKind;
import chat262.api.rooms.RoomList;
import chat262.platform.IdParts;
import chat262.requests.PageToken;
import chat262.schema.Migrations;
import chat262.text.Names;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Rooms as their members see them. */
@Stateless
public class RoomViews {
    private static final String LIST = "rooms";

    @PersistenceContext
    EntityManager em;

    @Inject
    RoomAccess access;

    @Inject
    RoomLog log;

    @Inject
    Migrations migrations;

    private record Mine(Membership member, ChatRoom room) {}

    /** A page of the caller's rooms, latest activity first. */
    public RoomList list(Caller caller, int limit, String page) {
        Position after = page == null ? Position.START : Position.of(page);
        List<Mine> mine = mine(caller.accountId(), "", after, limit + 1);
        List<Mine> first = mine.subList(0, Math.min(limit, mine.size()));
        String nextPage = mine.size() > limit
                ? Position.after(first.get(limit - 1).room()).token()
                : null;
        return new RoomList(lasting(first, caller.accountId()), migrations.epoch(), nextPage);
    }

    /** The caller's latest rooms, and of the others those with something unread; latest activity first. */
    public List<Room> overview(Caller caller, int latest) {
        long me = caller.accountId();
        List<Mine> first = mine(me, "", Position.START, latest);
        List<Room> rooms = new ArrayList<>(lasting(first, me));
        if (first.size() == latest) {
            if (rooms.size() < latest) { // removed just now from one of these; fewer would mean that they are all
                return overview(caller, latest);
            }
            Position after = Position.after(first.get(latest - 1).room());
            lasting(mine(me, " and m.cursor < r.lastSeq", after, Integer.MAX_VALUE), me).stream()
                    .filter(room -> room.unread() > 0)
                    .forEach(rooms::add);
        }
        return rooms;
    }

    /** A room as it stands in a member's list; empty for anybody else. */
    public Optional<Room> listed(long accountId, long roomId) {
        Membership member = em.find(Membership.class, new MemberId(roomId, accountId));
        return Optional.ofNullable(member).map(this::view).filter(read -> access.lasts(member));
    }

    /** The rooms of an account behind a position, narrowed by a condition of this class's own. */
    private List<Mine> mine(long accountId, String condition, Position after, int limit) {
        return em.createQuery(
                        "select m, r from Membership m, ChatRoom r where r.id = m.roomId and m.accountId = :me"
                                + " and (r.activeAt < :activeAt or (r.activeAt = :activeAt and r.id < :id))"
                                + condition
                                + " order by r.activeAt desc, r.id desc",
                        Object[].class)
                .setParameter("me", accountId)
                .setParameter("activeAt", after.activeAt)
                .setParameter("id", after.id)
                .setMaxResults(limit)
                .getResultStream()
                .map(row -> new Mine((Membership) row[0], (ChatRoom) row[1]))
                .toList();
    }

    /** One room of the caller's, with its members. */
    public Room one(Caller caller, long roomId) {
        Membership member = access.member(roomId, caller.accountId());
        Room view = view(member);
        List<MemberView> members = members(access.room(member));
        access.lastSeq(member); // or it is not for the caller any more
        return new Room(
                view.id(),
                view.kind(),
                view.name(),
                view.listed(),
                view.open(),
                view.peer(),
                view.lastSeq(),
                view.since(),
                view.cursor(),
                view.unread(),
                view.createdAt(),
                view.lastMessage(),
                members);
    }

    /** The members of a room by name. */
    public List<MemberView> members(ChatRoom room) {
        return em.createQuery(
                        "select new chat262.api.rooms.MemberView(a.username, m.role, m.since, m.cursor)"
                                + " from Membership m, Account a where a.id = m.accountId and m.roomId = :room",
                        MemberView.class)
                .setParameter("room", room.id())
                .getResultStream()
                .sorted(Comparator.comparing(MemberView::username, Names.ORDER))
                .toList();
    }

    private Room view(Membership member) {
        return views(List.of(new Mine(member, access.room(member))), member.accountId())
                .get(0);
    }

    /** The views of those that are still the account's once all is read: what is last in others may be from after that. */
    private List<Room> lasting(List<Mine> mine, long accountId) {
        List<Room> views = IdParts.of(mine)
                .flatMap(part -> views(part, accountId).stream())
                .toList();
        Set<Long> still = access.rooms(accountId);
        return views.stream().filter(room -> still.contains(room.id())).toList();
    }

    /** A fixed number of queries, however many rooms there are in a part. */
    private List<Room> views(List<Mine> mine, long accountId) {
        Map<Long, Message> last = log.last(mine.stream().map(Mine::room).toList(), accountId);
        Map<Long, Long> lastSeqs = new HashMap<>();
        Map<Long, Long> behind = new HashMap<>();
        for (Mine each : mine) {
            // An entry may have come between the reading of the room and that of its last entry.
            long id = each.room().id();
            long lastSeq = last.containsKey(id)
                    ? Math.max(each.room().lastSeq(), last.get(id).seq())
                    : each.room().lastSeq();
            lastSeqs.put(id, lastSeq);
            if (each.member().cursor() < lastSeq) {
                behind.put(id, lastSeq);
            }
        }
        Map<Long, RoomLog.Unread> unread = behind.isEmpty() ? Map.of() : log.unread(accountId, behind);
        Map<Long, String> peers = peers(mine, accountId);
        return mine.stream()
                .map(each -> view(each, lastSeqs, last, unread, peers))
                .toList();
    }

    private static Room view(
            Mine mine,
            Map<Long, Long> lastSeqs,
            Map<Long, Message> last,
            Map<Long, RoomLog.Unread> unread,
            Map<Long, String> peers) {
        ChatRoom room = mine.room();
        Membership member = mine.member();
        boolean group = room.isGroup();
        RoomLog.Unread read = unread.getOrDefault(room.id(), new RoomLog.Unread(member.cursor(), 0));
        return new Room(
                room.id(),
                room.kind(),
                group ? room.name() : null,
                group ? room.isListed() : null,
                group ? room.isOpen() : null,
                peers.get(room.id()),
                lastSeqs.get(room.id()),
                member.since(),
                read.cursor(),
                read.texts(),
                room.createdAt(),
                last.get(room.id()),
                null);
    }

    /** The names of the other members of direct rooms, by room; that of a deleted account is not in the map. */
    private Map<Long, String> peers(List<Mine> mine, long accountId) {
        Map<Long, Long> peerIds = mine.stream()
                .map(Mine::room)
                .filter(room -> room.kind() == RoomKind.DIRECT)
                .collect(Collectors.toMap(ChatRoom::id, room -> room.peerOf(accountId)));
        if (peerIds.isEmpty()) {
            return Map.of();
        }
        Map<Long, String> names = em.createQuery(
                        "select a.id, a.username from Account a where a.id in :ids and a.username is not null",
                        Object[].class)
                .setParameter("ids", peerIds.values())
                .getResultStream()
                .collect(Collectors.toMap(row -> (Long) row[0], row -> (String) row[1]));
        Map<Long, String> peers = new HashMap<>();
        peerIds.forEach((room, peer) -> peers.put(room, names.get(peer)));
        return peers;
    }

    /** Where a page of the list ended. */
    private record Position(Instant activeAt, long id) {
        static final Position START = new Position(Instant.ofEpochMilli(Long.MAX_VALUE), Long.MAX_VALUE);

        static Position after(ChatRoom room) {
            return new Position(room.activeAt(), room.id());
        }

        static Position of(String token) {
            String[] parts = PageToken.position(LIST, token).split(":");
            try {
                return new Position(Instant.ofEpochMilli(Long.parseLong(parts[0])), Long.parseLong(parts[1]));
            } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
                throw PageToken.unknown();
            }
        }

        String token() {
            return PageToken.of(LIST, activeAt.toEpochMilli() + ":" + id);
        }
    }
}
