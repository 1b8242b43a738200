package chat262.it.process;

import chat262.it.client.Api;
import chat262.it.client.Fields;
import chat262.it.client.Person;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;

/** Makes a member's calls over and over, whether a server answers or not, and keeps the status of each answer. */
final class Calls implements AutoCloseable {
    private static final long PAUSE_MILLIS = 20;

    private final Set<Integer> statuses = new ConcurrentSkipListSet<>();
    private final Thread thread;
    private volatile boolean closed;

    /** Starts at once, in a room of the member. */
    Calls(Api member, long room) {
        thread = new Thread(() -> run(member, room), "calls");
        thread.start();
    }

    private void run(Api member, long room) {
        String key = Person.newKey();
        while (!closed) {
            call(() -> member.keyed(key)
                    .post("/rooms/" + room + "/messages", Fields.of("body", "while it starts and stops"))
                    .status());
            call(() -> member.put("/rooms/" + room + "/cursor", Fields.of("seq", 7))
                    .status());
            call(() -> member.put("/rooms/direct/anna").status());
            call(() -> member.get("/rooms").status());
            pause();
        }
    }

    private interface Call {
        int status();
    }

    private void call(Call call) {
        try {
            statuses.add(call.status());
        } catch (UncheckedIOException e) {
            // Nobody listens, or not any more.
        }
    }

    /** Waits until a call has been answered with this status. */
    void awaitStatus(int status) {
        Await.until(
                "a call is answered with " + status,
                Await.TIMEOUT,
                () -> statuses.contains(status),
                statuses::toString);
    }

    /** Every status that a call was answered with. */
    Set<Integer> statuses() {
        return statuses;
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        stop();
    }

    /** Makes no further call. */
    void stop() {
        closed = true;
        try {
            thread.join(Await.TIMEOUT.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
