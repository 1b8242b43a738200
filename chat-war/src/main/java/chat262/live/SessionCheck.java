package chat262.live;

import chat262.accounts.SessionService;
import chat262.api.Live;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Closes the sockets of sessions that have ended. Belongs to the switchboard's thread. */
final class SessionCheck {
    /** So many sessions are looked up at once, neighbours in the table. */
    private static final int PAGE = 100;

    /** A session that stays connected is in use; each note is a write. */
    private static final long NOTED_EVERY_NANOS = Duration.ofHours(1).toNanos();

    private final SessionService sessions;
    private long notedAt = System.nanoTime();

    SessionCheck(SessionService sessions) {
        this.sessions = sessions;
    }

    /** Looks whether the sessions of some sockets are alive. */
    void check(Collection<LiveSocket> sockets) {
        List<LiveSocket> all = sockets.stream()
                .sorted(Comparator.comparing(socket -> socket.caller().sessionId()))
                .toList();
        boolean note = System.nanoTime() - notedAt > NOTED_EVERY_NANOS;
        for (int from = 0; from < all.size(); from += PAGE) {
            List<LiveSocket> some = all.subList(from, Math.min(all.size(), from + PAGE));
            Set<Long> alive = sessions.aliveOf(
                    some.stream().map(socket -> socket.caller().sessionId()).toList());
            for (LiveSocket socket : some) {
                if (!alive.contains(socket.caller().sessionId())) {
                    socket.close(Live.SESSION_ENDED, "the session has ended: log in again");
                }
            }
            if (note) {
                sessions.noteUse(alive);
            }
        }
        notedAt = note ? System.nanoTime() : notedAt;
    }
}
