package chat262.it.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Calls at a rate that slow answers do not change, all from the calling thread. The answers are read by a thread of their own. */
final class OpenLoop implements AutoCloseable {
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(30);

    private static final long MILLIS_BETWEEN_LOOKS = 100;

    /** Between looks whether a call may go; the machine is the server's, too. */
    private static final long PAUSE_NANOS = 50_000;

    private final Selector selector = Selector.open();
    private final int count;
    private final BlockingQueue<Connection> free = new LinkedBlockingQueue<>();
    private final Reading reading;
    private volatile Latencies answers = new Latencies();

    OpenLoop(InetSocketAddress address, int count) throws IOException {
        this.count = count;
        for (int i = 0; i < count; i++) {
            free.add(new Connection(address, selector));
        }
        reading = new Reading("answers", selector, attachment -> readAnswer((Connection) attachment));
    }

    /**
     * Makes calls in turn, each at its time; one that finds no connection free goes out as soon as one is. A call that
     * carries a stamp carries the time at which it should have gone out.
     *
     * @return how long each call took to be answered, from the time at which it should have gone out
     */
    Latencies run(List<Call> calls, int perSecond, Duration time) throws IOException, InterruptedException {
        answers = new Latencies();
        long all = perSecond * time.toSeconds();
        long start = System.nanoTime();
        for (int i = 0; i < all; i++) {
            long due = start + i * 1_000_000_000L / perSecond;
            for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
                LockSupport.parkNanos(wait);
            }
            Call call = calls.get(i % calls.size());
            call.stamp(due);
            takeFree().send(call, due);
        }
        awaitAnswers();
        return answers;
    }

    /**
     * Makes calls in turn for some time, whenever they may go.
     *
     * @return how long each call took to be answered
     */
    Latencies run(List<Call> calls, BooleanSupplier mayGo, Duration time) throws IOException, InterruptedException {
        answers = new Latencies();
        int made = 0;
        for (long end = System.nanoTime() + time.toNanos(); System.nanoTime() < end; ) {
            if (!free.isEmpty() && mayGo.getAsBoolean()) {
                Call call = calls.get(made++ % calls.size());
                call.stamp(System.nanoTime());
                takeFree().send(call);
            } else {
                check();
                LockSupport.parkNanos(PAUSE_NANOS); // turning round and round would take a core from the server
            }
        }
        awaitAnswers();
        return answers;
    }

    /** A connection that has no call under way, as soon as there is one. */
    private Connection takeFree() throws IOException, InterruptedException {
        for (long waited = 0; waited < ANSWER_TIMEOUT.toMillis(); waited += MILLIS_BETWEEN_LOOKS) {
            check();
            Connection connection = free.poll(MILLIS_BETWEEN_LOOKS, TimeUnit.MILLISECONDS);
            if (connection != null) {
                return connection;
            }
        }
        throw new IOException("no answer for " + ANSWER_TIMEOUT.toSeconds() + " s");
    }

    private void check() throws IOException {
        reading.check("answers can't be read any more");
    }

    private void awaitAnswers() throws IOException, InterruptedException {
        List<Connection> all = new ArrayList<>();
        while (all.size() < count) {
            all.add(takeFree());
        }
        free.addAll(all);
    }

    private void readAnswer(Connection connection) throws IOException {
        long took = connection.read();
        if (took >= 0) {
            answers.add(took); // before it is free: when all connections are back, all answers are there
            free.add(connection);
        }
    }

    @Override
    public void close() throws IOException {
        reading.close();
        for (SelectionKey key : selector.keys()) {
            ((Connection) key.attachment()).close();
        }
        selector.close();
    }
}
