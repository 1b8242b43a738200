package chat262.it.bench.load;

import chat262.it.client.Person;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.Recorder;

/** Members on the live stream, read by one thread, which counts what the readers among them get. */
public final class Members implements AutoCloseable {
    private static final long MILLIS_BETWEEN_LOOKS = 100;
    private static final long PATIENCE_MILLIS = 20_000;

    private final Selector selector = Selector.open();
    private final Map<Person, StreamSocket> sockets = new HashMap<>();
    private final Reading reading;
    private final Recorder shown = new Recorder(OpenLoop.DIGITS);
    private final Object lock = new Object();
    private long deliveries;
    private long awaited = Long.MAX_VALUE;

    /**
     * Connects people, each to the server of its calls, and waits until all are greeted.
     *
     * @param readers acknowledge what comes, and it is counted
     * @param others are connected as well
     */
    public Members(List<Person> readers, List<Person> others) throws IOException {
        for (Person person : readers) {
            connect(person, new StreamSocket(address(person), person.token(), true, this::message));
        }
        for (Person person : others) {
            connect(person, new StreamSocket(address(person), person.token(), false, sentAt -> {}));
        }
        reading = new Reading("members", selector, attachment -> ((StreamSocket) attachment).read());
    }

    private static InetSocketAddress address(Person person) {
        URI server = person.api().server();
        return new InetSocketAddress(server.getHost(), server.getPort());
    }

    private void connect(Person person, StreamSocket socket) throws IOException {
        sockets.put(person, socket);
        socket.listen(selector);
    }

    /** Lines on which some of them send, each a frame of its own. */
    public Lines lines(Map<Person, Template> frames) {
        List<Line> lines = frames.entrySet().stream()
                .map(frame -> sockets.get(frame.getKey()).sending(frame.getValue()))
                .toList();
        return new Lines(lines, this::check);
    }

    /**
     * Sends as many messages as these lines can, each of which has come to all who read it in the end.
     *
     * @param readers how many read each message
     * @return how many nanoseconds each send took
     */
    public Histogram send(Lines lines, int readers, Duration time) throws IOException, InterruptedException {
        long before = deliveries();
        Histogram sent = ClosedLoop.run(lines, time);
        await(before + sent.getTotalCount() * readers);
        return sent;
    }

    /** Sends messages at a rate, each to one reader; returns how many nanoseconds it took from when each was due until it was read. */
    public Histogram sendAtRate(Lines lines, int perSecond, Duration time) throws IOException, InterruptedException {
        long before = deliveries();
        takeLatencies();
        long sent = OpenLoop.run(lines, perSecond, time).getTotalCount();
        await(before + sent);
        return takeLatencies();
    }

    private void message(long sentAt) {
        if (sentAt > 0) {
            shown.recordValue(System.nanoTime() - sentAt);
        }
        synchronized (lock) {
            deliveries++;
            if (deliveries >= awaited) {
                lock.notifyAll();
            }
        }
    }

    /** How many messages have come, to all readers together. */
    private long deliveries() {
        synchronized (lock) {
            return deliveries;
        }
    }

    /** How many nanoseconds the messages took, from when they were due, that came since the last time this was asked. */
    private Histogram takeLatencies() {
        return shown.getIntervalHistogram();
    }

    /** Fails if a member has lost its socket. */
    public void check() throws IOException {
        reading.check("a member lost its socket");
    }

    /** Waits until so many messages have come; fails if the server stops delivering them. */
    private void await(long count) throws IOException, InterruptedException {
        synchronized (lock) {
            awaited = count;
            long before = -1;
            for (long still = 0; deliveries < count; ) {
                check();
                still = deliveries == before ? still + MILLIS_BETWEEN_LOOKS : 0;
                before = deliveries;
                if (still > PATIENCE_MILLIS) {
                    throw new IOException(before + " of " + count + " deliveries came, and no more");
                }
                lock.wait(MILLIS_BETWEEN_LOOKS);
            }
            awaited = Long.MAX_VALUE;
        }
    }

    @Override
    public void close() throws IOException {
        reading.close();
        for (StreamSocket socket : sockets.values()) {
            socket.close();
        }
        selector.close();
    }
}
