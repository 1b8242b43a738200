package chat262.cli.commands.message;

import chat262.api.Content;
import chat262.api.Message;
import chat262.api.rooms.Room;
import chat262.cli.store.Journal;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Compares what has arrived at this device with the server's log, a page at a time. */
final class Verification {
    private static final int PAGE = 500;

    /** The server's log: the entries of a room above a seq, ascending and without a gap. */
    interface Log {
        List<Message> after(long room, long seq, int limit);
    }

    private final Journal journal;
    private final Log log;
    private final List<String> faults = new ArrayList<>();
    private final List<String> absences = new ArrayList<>();
    private long count;
    private long missing;

    Verification(Journal journal, Log log) {
        this.journal = journal;
        this.log = log;
    }

    /** What is wrong, in sentences; empty if nothing is. */
    List<String> faults() {
        return faults;
    }

    /** When this member was away from a group, in sentences. */
    List<String> absences() {
        return absences;
    }

    /** How many entries have arrived. */
    long count() {
        return count;
    }

    /** How many entries have arrived once, or should have, and are not here. */
    long missing() {
        return missing;
    }

    /** Compares a room. */
    void compare(Room room) throws IOException {
        long last = journal.last(room.id()).orElse(0);
        Message before = null;
        for (long first = 1; first <= last; first += PAGE) {
            List<Message> page = journal.entries(room.id(), first, first + PAGE - 1);
            int begun = 0;
            for (int i = 0; i < page.size(); i++) {
                if (before != null && page.get(i).seq() != before.seq() + 1) {
                    explain(room, before.seq() + 1, page.get(i).seq() - 1);
                    compare(page.subList(begun, i));
                    begun = i;
                }
                before = page.get(i);
            }
            compare(page.subList(begun, page.size()));
        }
    }

    /** A member that left and came back has not got what was written meanwhile; all else that isn't here is missing. */
    private void explain(Room room, long first, long last) {
        boolean away = last <= room.since() && journal.startedAfter(room.id(), last);
        String which = first == last ? String.valueOf(first) : first + " to " + last;
        if (away) {
            absences.add("-- you were away from " + which);
        } else {
            missing += last - first + 1;
            faults.add(which + (first == last ? " is" : " are") + " missing here");
        }
    }

    /** Compares entries without a gap between them. */
    private void compare(List<Message> arrived) {
        if (arrived.isEmpty()) {
            return;
        }
        count += arrived.size();
        Message first = arrived.get(0);
        List<Message> stored = log.after(first.room(), first.seq() - 1, arrived.size());
        for (int i = 0; i < arrived.size(); i++) {
            long seq = arrived.get(i).seq();
            if (i >= stored.size()) {
                faults.add(seq + " is not on the server");
            } else if (!isSame(arrived.get(i), stored.get(i))) {
                faults.add(seq + " is not what the server has");
            }
        }
    }

    private static boolean isExpired(Message message) {
        return message.content() instanceof Content.Text text && text.isExpired();
    }

    /** A text may have expired, and what nobody sent tells names, which may have changed since. */
    private static boolean isSame(Message here, Message stored) {
        return here.seq() == stored.seq()
                && here.kindName().equals(stored.kindName())
                && here.sentAt().equals(stored.sentAt())
                && Objects.equals(here.key(), stored.key())
                && (isExpired(stored)
                        || !stored.kind().isSent()
                        || here.content().equals(stored.content()));
    }
}
