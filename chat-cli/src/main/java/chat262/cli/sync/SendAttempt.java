package chat262.cli.sync;

import chat262.api.Message;
import chat262.cli.server.ChatServer;
import chat262.cli.server.StreamSends;
import chat262.cli.store.Outbox;
import chat262.cli.store.OutboxEntry;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** One attempt to send a message: over the live stream while it is up, by a call otherwise. Thread-safe. */
final class SendAttempt {
    private final ChatServer server;
    private final StreamSends stream;
    private final Outbox outbox;
    private final RoomFinder finder;
    private final Receiver receiver;
    private final Set<Opening> checked = ConcurrentHashMap.newKeySet();

    SendAttempt(ChatServer server, StreamSends stream, Outbox outbox, RoomFinder finder, Receiver receiver) {
        this.server = server;
        this.stream = stream;
        this.outbox = outbox;
        this.finder = finder;
        this.receiver = receiver;
    }

    /** What tells a room from another that has its number. */
    private record Opening(long room, Instant at) {}

    /** Makes it, and notes what is stored. */
    void make(OutboxEntry entry) throws IOException {
        Opening opening = new Opening(entry.room(), entry.roomCreatedAt());
        if (!checked.contains(opening)) {
            finder.check(entry);
            checked.add(opening);
        }
        Optional<OutboxEntry> begun = outbox.attempt(entry.key()); // it may have been changed or given up meanwhile
        if (begun.isPresent()) {
            send(begun.get());
        }
    }

    private void send(OutboxEntry entry) throws IOException {
        OptionalLong seq = stream.send(entry.room(), entry.key(), entry.body());
        if (seq.isPresent()) {
            outbox.stored(entry.key(), seq.getAsLong());
            return;
        }
        Message message = server.send(entry.room(), entry.body(), entry.key());
        outbox.stored(entry.key(), message.seq());
        receiver.message(message);
    }

    /** The server may have been away: its rooms are looked at again. */
    void recheckRooms() {
        checked.clear();
    }
}
