package chat262.live;

import chat262.rooms.MemberId;
import chat262.rooms.RoomAccess;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Which sockets hear of which rooms. Belongs to the switchboard's thread. */
final class Subscriptions {
    private final RoomAccess access;
    private final Map<Long, Set<LiveSocket>> byAccount = new HashMap<>();

    /** The accounts of those who are connected, by their names. */
    private final Map<String, Long> accounts = new HashMap<>();

    private final Map<Long, Audience> audiences = new HashMap<>();

    Subscriptions(RoomAccess access) {
        this.access = access;
    }

    /** Lets some new sockets hear of all rooms of their accounts. */
    void add(List<LiveSocket> sockets) {
        Set<Long> accountIds = new HashSet<>();
        for (LiveSocket socket : sockets) {
            long accountId = socket.caller().accountId();
            byAccount.computeIfAbsent(accountId, none -> new HashSet<>()).add(socket);
            accounts.put(socket.caller().username(), accountId);
            accountIds.add(accountId);
        }
        subscribe(accountIds);
    }

    /** Those who are connected. */
    Collection<Long> accountIds() {
        return byAccount.keySet();
    }

    /**
     * Lets the sockets of some accounts, who are connected, hear of all rooms that these accounts are in; the sockets that
     * didn't before, by room.
     */
    Map<Long, List<LiveSocket>> subscribe(Collection<Long> accountIds) {
        List<MemberId> members = access.memberIds(accountIds);
        Set<Long> unheard = members.stream()
                .map(MemberId::roomId)
                .filter(room -> !audiences.containsKey(room))
                .collect(Collectors.toSet());
        // Last seqs before memberships: what ends a membership after that has a higher seq, and so will be seen here. A
        // membership that is new since the first look is told of by an entry that is on its way to this thread.
        Map<Long, Long> lastSeqs = access.lastSeqs(unheard);
        Map<Long, List<LiveSocket>> added = new HashMap<>();
        for (MemberId member : unheard.isEmpty() ? members : access.memberIds(accountIds)) {
            Audience audience = audiences.get(member.roomId());
            if (audience == null && lastSeqs.containsKey(member.roomId())) {
                audience = begin(member.roomId(), lastSeqs.get(member.roomId()));
            }
            List<LiveSocket> more = audience == null ? List.of() : audience.add(byAccount.get(member.accountId()));
            if (!more.isEmpty()) {
                added.computeIfAbsent(member.roomId(), none -> new ArrayList<>())
                        .addAll(more);
            }
        }
        return added;
    }

    /** An audience for a room that had none, of nobody yet. */
    Audience begin(long roomId, long lastSeq) {
        Audience audience = new Audience(roomId, lastSeq);
        audiences.put(roomId, audience);
        return audience;
    }

    /** Ends an audience that nobody belongs to any more. */
    void endIfEmpty(Audience audience) {
        if (audience.isEmpty()) {
            audiences.remove(audience.roomId(), audience);
        }
    }

    /** Forgets a socket. */
    void remove(LiveSocket socket) {
        for (Audience audience : List.copyOf(socket.rooms())) {
            audience.remove(socket);
            endIfEmpty(audience);
        }
        long accountId = socket.caller().accountId();
        Set<LiveSocket> devices = byAccount.get(accountId);
        if (devices != null && devices.remove(socket) && devices.isEmpty()) {
            byAccount.remove(accountId);
            accounts.remove(socket.caller().username(), accountId); // the name may be another account's by now
        }
    }

    /** The sockets of an account; none if the account is null. */
    Set<LiveSocket> of(Long accountId) {
        return accountId == null ? Set.of() : byAccount.getOrDefault(accountId, Set.of());
    }

    /** The sockets of whoever among these names is connected. */
    List<LiveSocket> named(Collection<String> usernames) {
        List<LiveSocket> sockets = new ArrayList<>();
        usernames.forEach(name -> sockets.addAll(of(accounts.get(name))));
        return sockets;
    }

    /** Who hears of a room; null if nobody does. */
    Audience audience(long roomId) {
        return audiences.get(roomId);
    }

    Collection<Audience> audiences() {
        return audiences.values();
    }
}
