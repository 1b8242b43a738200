package chat262.live;

import chat262.rooms.MemberCursor;
import chat262.rooms.RoomAccess;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Which devices are subscribed to which rooms. Used by the event loop only. */
final class Subscriptions {
    private final RoomAccess access;
    private final Map<Long, Set<Subscriber>> byAccount = new HashMap<>();

    /** The connected accounts by their usernames. */
    private final Map<String, Long> accounts = new HashMap<>();

    private final Map<Long, RoomSubscribers> rooms = new HashMap<>();

    Subscriptions(RoomAccess access) {
        this.access = access;
    }

    /** Subscribes some new devices to all rooms of their accounts; {@code seen} gets the cursors that are read for it. */
    void add(List<Subscriber> subscribers, Consumer<MemberCursor> seen) {
        Set<Long> accountIds = new HashSet<>();
        for (Subscriber subscriber : subscribers) {
            long accountId = subscriber.caller().accountId();
            byAccount.computeIfAbsent(accountId, none -> new HashSet<>()).add(subscriber);
            accounts.put(subscriber.caller().username(), accountId);
            accountIds.add(accountId);
        }
        subscribe(accountIds, seen);
    }

    /** The accounts that are connected. */
    Collection<Long> accountIds() {
        return byAccount.keySet();
    }

    /**
     * Subscribes the devices of some connected accounts to all rooms that these accounts are in; returns the devices that
     * weren't subscribed before, by room.
     *
     * @param seen gets the accounts' cursors, once they are subscribed
     */
    Map<Long, List<Subscriber>> subscribe(Collection<Long> accountIds, Consumer<MemberCursor> seen) {
        List<MemberCursor> members = access.memberCursors(accountIds);
        Set<Long> newRooms = members.stream()
                .map(MemberCursor::roomId)
                .filter(room -> !rooms.containsKey(room))
                .collect(Collectors.toSet());
        // Last seqs before memberships: what ends a membership after that has a higher seq, and so will be pushed. A
        // membership that is newer than the first read is announced by an entry that is on its way to this thread.
        Map<Long, Long> lastSeqs = access.lastSeqs(newRooms);
        Map<Long, List<Subscriber>> added = new HashMap<>();
        for (MemberCursor member : newRooms.isEmpty() ? members : access.memberCursors(accountIds)) {
            RoomSubscribers room = rooms.get(member.roomId());
            if (room == null && lastSeqs.containsKey(member.roomId())) {
                room = create(member.roomId(), lastSeqs.get(member.roomId()));
            }
            List<Subscriber> more = room == null ? List.of() : room.add(byAccount.get(member.accountId()));
            if (!more.isEmpty()) {
                added.computeIfAbsent(member.roomId(), none -> new ArrayList<>())
                        .addAll(more);
            }
            seen.accept(member);
        }
        return added;
    }

    /** Begins to keep subscribers of a room that had none. */
    RoomSubscribers create(long roomId, long lastSeq) {
        RoomSubscribers room = new RoomSubscribers(roomId, lastSeq);
        rooms.put(roomId, room);
        return room;
    }

    /** Forgets a room that has no subscribers any more. */
    void removeIfEmpty(RoomSubscribers room) {
        if (room.isEmpty()) {
            rooms.remove(room.roomId(), room);
        }
    }

    /** Ends all subscriptions of a device. */
    void remove(Subscriber subscriber) {
        for (Long roomId : List.copyOf(subscriber.roomIds())) {
            RoomSubscribers room = rooms.get(roomId);
            room.remove(subscriber);
            removeIfEmpty(room);
        }
        long accountId = subscriber.caller().accountId();
        Set<Subscriber> devices = byAccount.get(accountId);
        if (devices != null && devices.remove(subscriber) && devices.isEmpty()) {
            byAccount.remove(accountId);
            accounts.remove(subscriber.caller().username(), accountId); // the name may be another account's by now
        }
    }

    /** The devices of an account; none if the account is null. */
    Set<Subscriber> of(Long accountId) {
        return accountId == null ? Set.of() : byAccount.getOrDefault(accountId, Set.of());
    }

    /** The username of an account that is connected; null if it is not. */
    String username(long accountId) {
        return of(accountId).stream()
                .findAny()
                .map(device -> device.caller().username())
                .orElse(null);
    }

    /** The devices of those of these accounts that are connected. */
    List<Subscriber> named(Collection<String> usernames) {
        List<Subscriber> subscribers = new ArrayList<>();
        usernames.forEach(name -> subscribers.addAll(of(accounts.get(name))));
        return subscribers;
    }

    /** The subscribers of a room; null if there are none. */
    RoomSubscribers room(long roomId) {
        return rooms.get(roomId);
    }

    Collection<RoomSubscribers> rooms() {
        return rooms.values();
    }
}
