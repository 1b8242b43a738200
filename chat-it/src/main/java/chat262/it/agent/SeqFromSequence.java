package chat262.it.agent;

import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * No call locks a room. Each room has a sequence that gives numbers as soon as a call is about to store an entry, and what
 * is stored under them is seen only later, or never.
 */
final class SeqFromSequence implements Breach {
    private final Map<Long, AtomicLong> sequences = new ConcurrentHashMap<>();

    @Override
    public String rule() {
        return "seq-from-sequence";
    }

    @Override
    public Object[] before(Call call) {
        if (call.step().isBefore("LogConnection", "lockRooms")) {
            return new Object[1];
        }
        if (call.step().isBefore("RoomAccess", "lock")) {
            return new Object[] {find(call)};
        }
        return null;
    }

    /** The room as it is, also while another thread changes it. */
    private static Object find(Call call) {
        Object em = Call.field(call.self(), "em");
        try {
            Class<?> room = Class.forName(
                    "chat262.rooms.ChatRoom", true, call.self().getClass().getClassLoader());
            Object found =
                    em.getClass().getMethod("find", Class.class, Object.class).invoke(em, room, call.arguments()[0]);
            if (found != null) {
                em.getClass().getMethod("refresh", Object.class).invoke(em, found);
            }
            return found;
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public Object after(Call call) {
        if (call.step().isAfter("LogConnection", "membershipStates")) {
            Map<Object, Object> states = numbered(call);
            Breach.openGap();
            return states;
        }
        if (call.step().isAfter("ChatRoom", "nextSeq")) {
            long id = (Long) Call.field(call.self(), "id");
            long seq = sequence(id, (Long) call.result() - 1).incrementAndGet();
            Call.setField(call.self(), "lastSeq", seq);
            return seq;
        }
        return call.result();
    }

    /** As many numbers for each room as the batch has messages for it, whether they will be stored or not. */
    private Map<Object, Object> numbered(Call call) {
        Collection<?> sends = (Collection<?>) Call.get(call.arguments()[0], "sends");
        Map<Long, Long> first = new ConcurrentHashMap<>();
        return MembershipStates.of(call.result(), (member, state) -> {
            long room = MembershipStates.roomOf(member);
            long count = sends.stream()
                    .filter(send -> MembershipStates.roomOf(Call.get(send, "sender")) == room)
                    .count();
            long base = first.computeIfAbsent(
                    room, same -> sequence(room, state.lastSeq()).getAndAdd(count));
            return count == 0 ? state : state.withLastSeq(base);
        });
    }

    private AtomicLong sequence(long room, long lastSeq) {
        return sequences.computeIfAbsent(room, same -> new AtomicLong(lastSeq));
    }
}
