package chat262.it.simulation;

import java.util.ArrayDeque;
import java.util.Deque;

/** Workers who take jobs in the order in which they came, each for the same time. */
final class Station {
    private final Events events;
    private final int workers;
    private final double jobMillis;
    private final Deque<Job> queue = new ArrayDeque<>();
    private int busy;
    private int longestQueue;

    /** Something to do. */
    interface Job {
        /** Asked when its turn has come: one that is not wanted any more takes no time. */
        boolean isWanted();

        void done();
    }

    Station(Events events, int workers, double jobMillis) {
        this.events = events;
        this.workers = workers;
        this.jobMillis = jobMillis;
    }

    void add(Job job) {
        queue.add(job);
        begin();
        longestQueue = Math.max(longestQueue, queue.size());
    }

    private void begin() {
        while (busy < workers && !queue.isEmpty()) {
            Job job = queue.remove();
            if (job.isWanted()) {
                busy++;
                events.after(jobMillis, () -> end(job));
            }
        }
    }

    private void end(Job job) {
        busy--;
        job.done();
        begin();
    }

    /** How many have waited at most. */
    int longestQueue() {
        return longestQueue;
    }
}
