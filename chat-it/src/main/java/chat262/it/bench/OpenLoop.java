package chat262.it.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Calls at a rate that nobody's slowness changes, all from the calling thread. */
final class OpenLoop implements AutoCloseable {
    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(30);

    /** Between looks whether a call may go; the machine is the server's, too. */
    private static final long PAUSE_NANOS = 50_000;

    private final Selector selector = Selector.open();
    private final Deque<Connection> free = new ArrayDeque<>();
    private int underWay;

    OpenLoop(InetSocketAddress address, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            free.add(new Connection(address, selector));
        }
    }

    /**
     * Makes calls in turn, each at its time; one that finds no connection free goes out as soon as one is. A call that
     * carries a stamp carries the time at which it should have gone out.
     *
     * @return how long each call took to be answered, from the time at which it should have gone out
     */
    Latencies run(List<Call> calls, int perSecond, Duration time) throws IOException {
        Latencies answers = new Latencies();
        int count = (int) (perSecond * time.toSeconds());
        long start = System.nanoTime();
        for (int i = 0; i < count; i++) {
            long due = start + i * 1_000_000_000L / perSecond;
            for (long wait = due - System.nanoTime(); wait > 0 || free.isEmpty(); wait = due - System.nanoTime()) {
                readAnswers(0, answers);
                LockSupport.parkNanos(PAUSE_NANOS); // turning round and round would take a core from the server
            }
            Call call = calls.get(i % calls.size());
            call.stamp(due);
            free.poll().send(call, due);
            underWay++;
        }
        readAll(answers);
        return answers;
    }

    /**
     * Makes calls in turn for some time, whenever they may go.
     *
     * @return how long each call took to be answered
     */
    Latencies run(List<Call> calls, BooleanSupplier mayGo, Duration time) throws IOException {
        Latencies answers = new Latencies();
        int count = 0;
        for (long end = System.nanoTime() + time.toNanos(); System.nanoTime() < end; ) {
            readAnswers(0, answers);
            if (!free.isEmpty() && mayGo.getAsBoolean()) {
                Call call = calls.get(count++ % calls.size());
                call.stamp(System.nanoTime());
                free.poll().send(call);
                underWay++;
            } else {
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
        readAll(answers);
        return answers;
    }

    private void readAll(Latencies answers) throws IOException {
        while (underWay > 0) {
            readAnswers(LONGEST_ANSWER.toMillis(), answers);
        }
    }

    private void readAnswers(long millis, Latencies answers) throws IOException {
        int ready = millis == 0 ? selector.selectNow() : selector.select(millis);
        if (ready == 0 && millis >= LONGEST_ANSWER.toMillis()) {
            throw new IOException("no answer for " + LONGEST_ANSWER.toSeconds() + " s");
        }
        for (Iterator<SelectionKey> keys = selector.selectedKeys().iterator(); keys.hasNext(); keys.remove()) {
            Connection connection = (Connection) keys.next().attachment();
            long took = connection.read();
            if (took >= 0) {
                answers.add(took);
                free.add(connection);
                underWay--;
            }
        }
    }

    @Override
    public void close() throws IOException {
        for (Connection connection : free) {
            connection.close();
        }
        selector.close();
    }
}
