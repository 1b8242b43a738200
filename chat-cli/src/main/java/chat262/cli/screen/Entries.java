package chat262.cli.screen;

import chat262.api.Message;
import chat262.cli.store.Damage;
import chat262.cli.store.KnownRoom;
import chat262.cli.store.OutboxEntry;
import java.io.IOException;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;

/** Entries of a room outside a view. */
public final class Entries {
    private Entries() {}

    /** Shows entries as a view would; they don't count as shown by it. */
    public static void show(Screen screen, List<Message> messages, String me) throws IOException {
        screen.show(messages.stream().map(message -> Line.of(message, me)).toList());
    }

    /** An entry as a person reads it, each of its lines behind the name of its room. */
    public static String plain(KnownRoom room, Message message, String me) {
        return Line.of(message, me).rows().stream()
                .map(row -> room.address() + "  " + row)
                .collect(Collectors.joining("\n"));
    }

    /** An entry as a person reads it, behind its day. */
    public static String dated(Message message, String me) {
        return message.sentAt().atZone(ZoneId.systemDefault()).toLocalDate() + "  "
                + String.join("\n", Line.of(message, me).rows());
    }

    /** What an entry says: a message's text as it is, or the event in words. */
    public static String body(Message message, String me) {
        return message.body() == null ? Line.of(message, me).text() : message.body();
    }

    /** The notice that the server has refused a message for good. */
    public static String refused(OutboxEntry entry) {
        String why = entry.refusal() == null ? "given up here" : entry.refusal();
        return "! not sent to " + entry.to() + ": " + entry.body() + " (" + why + ")";
    }

    /** The notice that a file of this device was damaged, and what becomes of that. */
    public static String damaged(Damage damage) {
        return "! " + damage.sentence() + ". The rest of it is whole. "
                + (damage.file().equals("outbox")
                        ? "A message that stood there is not sent: if you miss one, look for its text in that file."
                        : "What is missing is fetched again from the server.");
    }

    /** The notice that entries that were damaged here are whole again. */
    public static String fetchedAgain(KnownRoom room, int count) {
        return "-- " + room.address() + ": " + (count == 1 ? "one entry that was" : count + " entries that were")
                + " damaged on this disk, fetched again";
    }

    /** What others have written, of some entries. */
    public static List<Message> ofOthers(List<Message> entries, String me) {
        return entries.stream()
                .filter(entry -> entry.kind().countsAsUnread() && !me.equals(entry.sender()))
                .toList();
    }

    /** An entry as the server has it, with the name of its room, as one line of JSON. */
    public static String json(KnownRoom room, Message message) {
        return JsonLine.of(message, "roomName", room.address());
    }
}
