package chat262.it.proxy;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Counts the requests that are on their way, until the server has answered them or has died with them, and keeps those of
 * one kind back where that is asked for. A request's kind is what {@link HttpMessage#kind} says. Thread-safe.
 */
public final class RequestGate {
    private final Map<String, Integer> underWay = new HashMap<>();
    private final Map<String, Integer> waiting = new HashMap<>();
    private final Set<String> closed = new HashSet<>();
    private final Set<String> watched = new HashSet<>();

    /** A request sets out; it waits while its kind is kept back. */
    synchronized void enter(String kind) throws InterruptedException {
        arrive(kind);
        pass(kind);
    }

    /** A request has come and will {@link #pass} or be {@linkplain #turnBack turned back}. */
    synchronized void arrive(String kind) {
        waiting.merge(kind, 1, Integer::sum);
    }

    /** A request that has arrived sets out; it waits while its kind is kept back. */
    synchronized void pass(String kind) throws InterruptedException {
        try {
            while (closed.contains(kind)) {
                wait();
            }
            underWay.merge(kind, 1, Integer::sum);
        } finally {
            takeOne(waiting, kind);
        }
    }

    /** How many requests of a kind have arrived and not set out. */
    synchronized int waiting(String kind) {
        return waiting.getOrDefault(kind, 0);
    }

    /** A request that has arrived goes no further. */
    synchronized void turnBack(String kind) {
        takeOne(waiting, kind);
    }

    /** It has been answered, whether its client hears of it or not, or never will be. */
    synchronized void leave(String kind) {
        takeOne(underWay, kind);
    }

    /** From now on, the answers to this kind are awaited even if its clients no longer do. */
    public synchronized void watch(String kind) {
        watched.add(kind);
    }

    synchronized boolean isWatched(String kind) {
        return watched.contains(kind);
    }

    private void takeOne(Map<String, Integer> many, String kind) {
        many.computeIfPresent(kind, (same, count) -> count == 1 ? null : count - 1);
        notifyAll();
    }

    /** Keeps a kind back from now on, and returns when none of it is on its way any more. */
    public synchronized void close(String kind) throws InterruptedException {
        while (waiting.containsKey(kind)) { // since it was open last: they came first
            wait();
        }
        closed.add(kind);
        while (underWay.containsKey(kind)) {
            wait();
        }
    }

    /** Lets a kind pass again. */
    public synchronized void open(String kind) {
        closed.remove(kind);
        notifyAll();
    }

    /** Returns when nothing that changes something is on its way. */
    public synchronized void awaitQuiet() throws InterruptedException {
        while (!underWay.keySet().stream().allMatch(HttpMessage::isRead)) {
            wait();
        }
    }
}
