package chat262.cli.interactive;

import chat262.api.Message;
import chat262.api.rooms.RoomKind;
import chat262.cli.screen.Entries;
import chat262.cli.screen.Line;
import chat262.cli.screen.Screen;
import chat262.cli.server.NoAnswer;
import chat262.cli.server.RequestRejected;
import chat262.cli.store.Journal;
import chat262.cli.store.KnownRoom;
import chat262.cli.sync.Device;
import chat262.cli.sync.Unshown;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The open view of a room: shows what the journal has, in order, and notes what was shown. Thread-safe. */
final class RoomView {
    private static final int READ_BEFORE = 10;
    private static final int MAX_COUNTED = 500;

    private final KnownRoom room;
    private final Device device;
    private final Journal journal;
    private final Screen screen;
    private final String me;
    private final boolean acknowledges;
    private final Days days = new Days();
    private long shown;
    private long readAtFirst;
    private volatile long lastOwn;
    private boolean open;

    /** @param acknowledges whether what is shown here counts as shown */
    RoomView(KnownRoom room, Device device, Screen screen, boolean acknowledges) {
        this.room = room;
        this.device = device;
        this.journal = device.journal();
        this.screen = screen;
        this.acknowledges = acknowledges;
        this.me = device.login().username();
    }

    KnownRoom room() {
        return room;
    }

    String title() {
        return room.kind() == RoomKind.GROUP ? "group " + room.title() : "chat with " + room.title();
    }

    /**
     * Shows a little of what was read before, then everything else.
     *
     * @param cursor up to where the account has read the room, as far as is known
     */
    synchronized void open(long cursor) throws IOException {
        shown = Math.max(cursor, journal.shown(room.id()));
        readAtFirst = shown;
        List<Line> lines = new ArrayList<>();
        lines.add(Line.mark(title()));
        lines.addAll(lines(readBefore(), days));
        lines.add(Line.mark(unread()));
        screen.show(lines);
        open = true;
        showNew();
    }

    private List<Line> lines(List<Message> messages, Days marked) {
        List<Line> lines = new ArrayList<>();
        for (Message message : messages) {
            marked.before(message.sentAt()).ifPresent(lines::add);
            lines.add(Line.of(message, me));
            if (message.kind().countsAsUnread() && me.equals(message.sender())) {
                lastOwn = Math.max(lastOwn, message.seq());
            }
        }
        return lines;
    }

    /** Up to where this view has shown the room. */
    synchronized long shown() {
        return shown;
    }

    /** The seq of the account's last message that was shown here; 0 if there was none. */
    long lastOwn() {
        return lastOwn;
    }

    private List<Message> readBefore() throws IOException {
        long first = Math.max(1, shown - READ_BEFORE + 1);
        List<Message> read = journal.entries(room.id(), first, shown);
        if (read.size() == shown - first + 1) {
            return read;
        }
        try {
            return device.server().before(room.id(), shown + 1, READ_BEFORE).messages();
        } catch (NoAnswer | RequestRejected e) {
            return read; // it is only for orientation
        }
    }

    private String unread() throws IOException {
        List<Message> next = journal.entries(room.id(), shown + 1, shown + MAX_COUNTED);
        int others = Entries.ofOthers(next, me).size();
        if (next.size() == MAX_COUNTED) {
            return others + " and more unread";
        }
        return others == 0 ? "nothing unread" : others + " unread";
    }

    /** Shows what has come since. */
    synchronized void showNew() throws IOException {
        while (open) {
            List<Message> next = Unshown.after(journal, room.id(), shown);
            if (next.isEmpty()) {
                return;
            }
            screen.show(lines(next, days));
            shown = next.get(next.size() - 1).seq();
            if (acknowledges) {
                journal.noteShown(room.id(), shown);
                device.pump().shown();
            }
        }
    }

    /** Shows once more what was unread when the view was opened, and all that came since, as far as it fits. */
    synchronized void showAgain() throws IOException {
        List<Message> again = journal.entries(room.id(), readAtFirst + 1, Math.min(shown, readAtFirst + MAX_COUNTED));
        List<Line> lines = new ArrayList<>();
        lines.add(Line.mark(again.isEmpty() ? "nothing was unread" : "again from the first unread"));
        lines.addAll(lines(again, new Days()));
        if (shown > readAtFirst + MAX_COUNTED) {
            lines.add(Line.mark("and more; 'history' lists them"));
        }
        screen.show(lines);
    }

    synchronized void close() throws IOException {
        open = false;
        screen.show(List.of(Line.mark("left the " + title())));
    }
}
