package chat262.it.faults;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Counts the requests that are on their way, until the server has answered them or has died with them, and keeps those of
 * one kind back where that is asked for. A request's kind is its method and path. Thread-safe.
 */
final class Gate {
    private final Map<String, Integer> underWay = new HashMap<>();
    private final Set<String> closed = new HashSet<>();

    /** A request sets out; it waits while its kind is kept back. */
    synchronized void enter(String kind) throws InterruptedException {
        while (closed.contains(kind)) {
            wait();
        }
        underWay.merge(kind, 1, Integer::sum);
    }

    /** It has been answered, whoever hears of it, or never will be. */
    synchronized void leave(String kind) {
        underWay.computeIfPresent(kind, (same, many) -> many == 1 ? null : many - 1);
        notifyAll();
    }

    /** Keeps a kind back from now on, and returns when none of it is on its way any more. */
    synchronized void close(String kind) throws InterruptedException {
        closed.add(kind);
        while (underWay.containsKey(kind)) {
            wait();
        }
    }

    synchronized void open(String kind) {
        closed.remove(kind);
        notifyAll();
    }

    /** Returns when nothing that changes something is on its way. */
    synchronized void awaitQuiet() throws InterruptedException {
        while (!underWay.keySet().stream().allMatch(Frame::isRead)) {
            wait();
        }
    }
}
