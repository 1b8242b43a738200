package chat262.messages.writer;

import chat262.api.Message;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what the log has told, in the order in which it came. */
@ApplicationScoped
public class Heard {
    private static final Duration WAIT_TIMEOUT = Duration.ofMinutes(1);

    private final List<Message> entries = new CopyOnWriteArrayList<>();

    void listen(@Observes MessagesAppended event) {
        event.entries().forEach(entry -> entries.add(entry.message()));
    }

    /** Returns once so many entries of a room were told of, or after a minute. */
    void await(long room, int count) throws InterruptedException {
        long end = System.nanoTime() + WAIT_TIMEOUT.toNanos();
        while (in(room).size() < count && System.nanoTime() < end) {
            Thread.sleep(10);
        }
    }

    List<Message> in(long room) {
        return entries.stream().filter(message -> message.room() == room).toList();
    }
}
