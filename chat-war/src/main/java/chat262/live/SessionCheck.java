package chat262.live;

import chat262.accounts.SessionService;
import chat262.api.Live;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Closes the connections of sessions that have ended. Used by the event loop only. */
final class SessionCheck {
    /** This many sessions, neighbours in the table, are looked up with one query. */
    private static final int PAGE = 100;

    /** A connected session is in use, but recording that is a write. */
    private static final long USE_INTERVAL_NANOS = Duration.ofHours(1).toNanos();

    private final SessionService sessions;
    private long useRecordedAt = System.nanoTime();

    SessionCheck(SessionService sessions) {
        this.sessions = sessions;
    }

    /** Closes those of some connections whose sessions have ended. */
    void check(Collection<Subscriber> subscribers) {
        List<Subscriber> all = subscribers.stream()
                .sorted(Comparator.comparing(subscriber -> subscriber.caller().sessionId()))
                .toList();
        boolean recordsUse = System.nanoTime() - useRecordedAt > USE_INTERVAL_NANOS;
        for (int from = 0; from < all.size(); from += PAGE) {
            List<Subscriber> some = all.subList(from, Math.min(all.size(), from + PAGE));
            Set<Long> alive = sessions.aliveOf(some.stream()
                    .map(subscriber -> subscriber.caller().sessionId())
                    .toList());
            for (Subscriber subscriber : some) {
                if (!alive.contains(subscriber.caller().sessionId())) {
                    subscriber.close(Live.SESSION_ENDED, "the session has ended: log in again");
                }
            }
            if (recordsUse) {
                sessions.recordUse(alive);
            }
        }
        useRecordedAt = recordsUse ? System.nanoTime() : useRecordedAt;
    }
}
