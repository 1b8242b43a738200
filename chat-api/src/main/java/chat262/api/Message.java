package chat262.api;

import java.time.Instant;

/**
 * One entry of a room's log: its head, which is the same for all kinds, and its content.
 *
 * @param room the room's id
 * @param seq its place in the room: 1, 2, 3, … without a gap
 * @param sender who wrote it; null if the account was deleted
 * @param sentAt when the server stored it; it orders nothing
 * @param key the sender's own name for it, lower case; absent for everybody else and where none was given
 * @param content what it says; on the wire its kind and fields stand beside those of the head
 */
public record Message(long room, long seq, String sender, Instant sentAt, String key, Content content) {

    public MessageKind kind() {
        return content.kind();
    }

    /** The kind as it stands on the wire, also if this version doesn't know it. */
    public String kindName() {
        return content.kindName();
    }

    /** The body of a text; null if that has expired, and for all other kinds. */
    public String body() {
        return content instanceof Content.Text text ? text.body() : null;
    }

    /** The same entry as all accounts but its sender's see it. */
    public Message withoutKey() {
        return key == null ? this : new Message(room, seq, sender, sentAt, null, content);
    }
}
