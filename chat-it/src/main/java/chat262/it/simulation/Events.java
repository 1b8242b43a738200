package chat262.it.simulation;

import java.util.Comparator;
import java.util.PriorityQueue;

/** Simulated time: what happens when. Of what happens at once, what was said first comes first. Not thread-safe. */
final class Events {
    private final PriorityQueue<Event> waiting =
            new PriorityQueue<>(Comparator.comparingDouble(Event::atMillis).thenComparingLong(Event::number));
    private double nowMillis;
    private long count;

    private record Event(double atMillis, long number, Runnable happens) {}

    double nowMillis() {
        return nowMillis;
    }

    void after(double millis, Runnable happens) {
        waiting.add(new Event(nowMillis + millis, count++, happens));
    }

    /** Lets everything happen that happens before a time. */
    void runUntil(double endMillis) {
        while (!waiting.isEmpty() && waiting.element().atMillis < endMillis) {
            Event next = waiting.remove();
            nowMillis = next.atMillis;
            next.happens.run();
        }
    }
}
