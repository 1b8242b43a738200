package chat262.cli.sync;

import chat262.api.Message;
import chat262.cli.store.Journal;
import java.io.IOException;
import java.util.List;

/** What a journal has of a room that was not shown yet. */
public final class Unshown {
    private static final int MAX_AT_ONCE = 500;

    private Unshown() {}

    /** The next entries behind a seq, ascending, not too many at once; empty if nothing more has arrived. */
    public static List<Message> after(Journal journal, long room, long shown) throws IOException {
        // Not beyond entries that were damaged: they come first, once they were fetched again.
        long end = journal.missing(room, shown)
                .map(missing -> missing.first() - 1)
                .orElse(journal.last(room).orElse(0));
        List<Message> next = journal.entries(room, shown + 1, Math.min(end, shown + MAX_AT_ONCE));
        if (!next.isEmpty()) {
            return next;
        }
        // Behind entries that are not this member's, so that the journal doesn't have them.
        List<Message> further = journal.entries(room, shown + 1, end);
        return further.subList(0, Math.min(MAX_AT_ONCE, further.size()));
    }
}
