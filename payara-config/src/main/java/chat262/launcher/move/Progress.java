package chat262.launcher.move;

import java.io.PrintStream;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Tells the user how far a move has come: a line for each table when it is done, and every two seconds meanwhile. Thread-safe. */
final class Progress implements AutoCloseable {
    private static final long INTERVAL_SECONDS = 2;

    private final PrintStream out;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(run -> {
        Thread thread = new Thread(run, "262chat progress");
        thread.setDaemon(true);
        return thread;
    });
    private volatile Step step;

    /** What is done to a table; a negative total is not known yet. */
    private record Step(String doing, String table, AtomicLong done, AtomicLong total) {
        String text(String doingOrDone) {
            return total.get() < 0
                    ? "%s %s: counting its rows".formatted(doingOrDone, table)
                    : "%s %s: %d of %d rows".formatted(doingOrDone, table, done.get(), total.get());
        }
    }

    Progress(PrintStream out) {
        this.out = out;
        clock.scheduleAtFixedRate(this::tell, INTERVAL_SECONDS, INTERVAL_SECONDS, TimeUnit.SECONDS);
    }

    /** Says something. */
    void say(String text) {
        out.println(text);
    }

    /**
     * Begins with a table.
     *
     * @param doing such as {@code copying}
     */
    void begin(String doing, String table) {
        step = new Step(doing, table, new AtomicLong(), new AtomicLong(-1));
    }

    /**
     * The table's rows are counted.
     *
     * @param done the rows that need nothing more
     */
    void counted(long done, long total) {
        step.done.set(done);
        step.total.set(total);
    }

    void add(long rows) {
        step.done.addAndGet(rows);
    }

    /** Ends with the table, and says so, for example with {@code copied}. */
    void end(String done) {
        Step ended = step;
        step = null;
        out.println(ended.text(done));
    }

    private void tell() {
        Step now = step;
        if (now != null) {
            out.println(now.text(now.doing));
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
