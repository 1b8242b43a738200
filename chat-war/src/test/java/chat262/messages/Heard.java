package chat262.messages;

import chat262.api.Message;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what the log has told, in the order in which it came. */
@ApplicationScoped
public class Heard {
    private final List<Message> entries = new CopyOnWriteArrayList<>();

    void listen(@Observes MessagesAppended event) {
        event.entries().forEach(entry -> entries.add(entry.message()));
    }

    List<Message> in(long room) {
        return entries.stream().filter(message -> message.room() == room).toList();
    }
}
