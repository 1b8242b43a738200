package chat262.cli.commands.prompt;

import chat262.api.Message;
import chat262.cli.server.ChatServer;
import chat262.cli.server.NoAnswer;
import chat262.cli.server.RequestRejected;
import chat262.cli.store.Journal;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/**
 * Finds the last messages of a room that hold some text, in small or capital letters: in the journal, and on the server
 * what has never arrived on this device.
 */
final class TextSearch {
    private static final int PAGE = 500;
    private static final int MAX_FOUND = 20;
    /** Messages that are fetched for one search. */
    private static final int MAX_FETCHED = 20_000;

    private final Journal journal;
    private final ChatServer server;
    private int fetched;
    private RuntimeException away;

    TextSearch(Journal journal, ChatServer server) {
        this.journal = journal;
        this.server = server;
    }

    /** What was found, the oldest first; at most twenty. */
    List<Message> find(long room, long last, String text) throws IOException {
        Deque<Message> found = new ArrayDeque<>();
        String wanted = text.toLowerCase(Locale.ROOT);
        for (long end = last; end > 0 && found.size() < MAX_FOUND && !isLimited(); ) {
            long first = Math.max(1, end - PAGE + 1);
            List<Message> page = page(room, first, end);
            for (int i = page.size() - 1; i >= 0 && found.size() < MAX_FOUND; i--) {
                String body = page.get(i).body();
                if (body != null && body.toLowerCase(Locale.ROOT).contains(wanted)) {
                    found.addFirst(page.get(i));
                }
            }
            end = page.isEmpty() ? first - 1 : Math.min(first, page.get(0).seq()) - 1;
        }
        return List.copyOf(found);
    }

    private List<Message> page(long room, long first, long last) throws IOException {
        List<Message> here = journal.entries(room, first, last);
        if (here.size() == last - first + 1 || away != null) {
            return here;
        }
        try {
            List<Message> page = server.before(room, last + 1, PAGE).messages();
            fetched += page.size();
            return page.isEmpty() ? here : page;
        } catch (NoAnswer | RequestRejected e) {
            away = e;
            return here;
        }
    }

    /** Why the server could not be asked; null if it could, or needed not to be. */
    RuntimeException away() {
        return away;
    }

    /** Whether the search ended before the start of the room. */
    boolean isLimited() {
        return fetched >= MAX_FETCHED;
    }
}
