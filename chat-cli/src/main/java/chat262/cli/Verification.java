package chat262.cli;

import chat262.api.Message;
import chat262.cli.server.ChatServer;
import chat262.cli.store.Journal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Compares what has arrived at this device with the server's log. */
final class Verification {
    private static final int PAGE = 500;

    private final Journal journal;
    private final ChatServer server;

    Verification(Journal journal, ChatServer server) {
        this.journal = journal;
        this.server = server;
    }

    /** What is wrong with the journal of a room, in sentences; empty if nothing is. */
    List<String> of(long room) throws IOException {
        List<String> faults = new ArrayList<>();
        long last = journal.last(room).orElse(0);
        List<Message> arrived = journal.entries(room, 1, last);
        for (int from = 0; from < arrived.size(); from += PAGE) {
            compare(arrived.subList(from, Math.min(arrived.size(), from + PAGE)), faults);
        }
        return faults;
    }

    private void compare(List<Message> arrived, List<String> faults) {
        long before = arrived.get(0).seq() - 1;
        List<Message> stored = server.after(arrived.get(0).room(), before, PAGE).messages();
        for (int i = 0; i < arrived.size(); i++) {
            Message here = arrived.get(i);
            if (i >= stored.size()) {
                faults.add(here.seq() + " is not on the server");
            } else if (here.seq() != before + 1 + i) {
                faults.add((before + 1 + i) + " is missing here");
                return; // all that follows is shifted
            } else if (!isSame(here, stored.get(i))) {
                faults.add(here.seq() + " is not what the server has");
            }
        }
    }

    /** Names may have changed since, and a body may have expired. */
    private static boolean isSame(Message here, Message stored) {
        return here.seq() == stored.seq()
                && here.kind().equals(stored.kind())
                && here.sentAt().equals(stored.sentAt())
                && Objects.equals(here.key(), stored.key())
                && (Boolean.TRUE.equals(stored.expired()) || Objects.equals(here.body(), stored.body()));
    }
}
