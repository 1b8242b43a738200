package chat262.it.faults.client;

import chat262.it.faults.client.Journal.Entry;
import chat262.it.faults.client.Wire.Answer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * A client that only receives: {@code URL NAME FOLDER ROOM…}. It has all its rooms open: it fetches, journals, shows and
 * acknowledges, until there is a file {@code stop} in its folder; then it ends as soon as it has acknowledged everything.
 */
public final class ReceiverMain {
    private static final int OK = 200;
    private static final int PAGE = 20;

    private final Device device;
    private final String room;
    private final Wire wire;
    private final Screen screen;
    private final DurableLines cursors;
    private final DurableLines complaints;

    private final Journal journal;
    private long cursor;
    private long shown;
    private long acknowledged;
    private long complainedOf = -1;

    private ReceiverMain(Device device, String room) {
        this.device = device;
        this.room = room;
        this.wire = device.wire();
        this.screen = Screen.open(device.file("screen-" + room));
        this.cursors = DurableLines.open(device.file("cursors-" + room));
        this.complaints = DurableLines.open(device.file("complaints-" + room));
        note(ask("/rooms/" + room));
        this.journal = Journal.open(device.file("journal-" + room), cursor);
        // A view opens at the first unread.
        this.shown = cursor;
        this.acknowledged = cursor;
        screen.opens(shown);
    }

    public static void main(String[] arguments) {
        Device.endAtOnceWithAnyThread();
        Device device = new Device(URI.create(arguments[0]), Device.SHORT_TIMEOUT, arguments[1], Path.of(arguments[2]));
        Arrays.stream(arguments, 3, arguments.length)
                .map(room -> new ReceiverMain(device, room))
                .forEach(receiver -> new Thread(receiver::run, "room " + receiver.room).start());
    }

    private void run() {
        try (wire;
                screen;
                journal;
                cursors;
                complaints) {
            boolean atTheEnd = false;
            while (!atTheEnd) {
                // Asked before the fetch: only then its answer holds everything that was sent before.
                boolean told = device.isStopRequested();
                boolean more = fetch();
                show();
                acknowledge();
                atTheEnd = told && !more && cursor >= journal.last();
            }
        }
    }

    /** Fetches the next page and journals it; returns whether there was anything. */
    private boolean fetch() {
        JsonObject page = ask("/rooms/" + room + "/messages?limit=" + PAGE + "&after=" + journal.last());
        note(page);
        long before = journal.last();
        for (JsonObject message : page.getJsonArray("messages").getValuesAs(JsonObject.class)) {
            receive(Entry.of(message));
        }
        if (journal.last() == before) {
            Device.pause(50, 150);
        }
        return journal.last() > before;
    }

    /** Journals an entry, if it is the next; one that is already there is dropped, and a gap is fetched again. */
    private void receive(Entry entry) {
        if (entry.seq() == journal.last() + 1) {
            journal.add(entry);
        } else if (entry.seq() > journal.last() + 1 && complainedOf != journal.last()) {
            complainedOf = journal.last();
            complaints.add("the server sent %d after %d".formatted(entry.seq(), journal.last()));
        }
    }

    /** Shows everything that is journalled. */
    private void show() {
        while (shown < journal.last()) {
            screen.show(shown + 1);
            shown++;
        }
    }

    /** Acknowledges what has been shown, if that is news to the server. */
    private void acknowledge() {
        long seq = toAcknowledge();
        if (seq > acknowledged || cursor < seq) {
            move(seq);
            acknowledged = seq;
        }
    }

    private void move(long seq) {
        JsonObject move = Json.createObjectBuilder().add("seq", seq).build();
        Answer answer = device.insist(wire, open -> open.put("/rooms/" + room + "/cursor", move));
        if (answer.status() == OK) {
            note(answer.json());
        } else {
            complaints.add("the cursor can't move to %d: %s".formatted(seq, answer.body()));
        }
    }

    /** Up to where the user has seen the room. */
    private long toAcknowledge() {
        return shown;
    }

    /** Keeps what the server says of the cursor, for the checker. */
    private void note(JsonObject answer) {
        long told = answer.getJsonNumber("cursor").longValueExact();
        if (told != cursor) {
            cursors.add(String.valueOf(told));
            cursor = told;
        }
    }

    private JsonObject ask(String path) {
        Answer answer = device.insist(wire, open -> open.get(path));
        if (answer.status() != OK) {
            throw new IllegalStateException(path + ": " + answer);
        }
        return answer.json();
    }
}
