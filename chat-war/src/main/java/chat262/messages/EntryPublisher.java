package chat262.messages;

import chat262.messages.writer.MessagesAppended;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.List;

/** Publishes the entries that room calls have written, once these are committed. */
@ApplicationScoped
public class EntryPublisher {
    @Inject
    Event<MessagesAppended> appended;

    void announce(@Observes(during = TransactionPhase.AFTER_SUCCESS) EntryWritten event) {
        appended.fire(new MessagesAppended(List.of(event.entry())));
    }
}
