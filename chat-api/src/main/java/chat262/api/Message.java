package chat262.api;

import java.time.Instant;
import java.util.List;

/**
 * One entry of a room's log.
 *
 * @param room the room's id
 * @param seq its place in the room: 1, 2, 3, … without a hole
 * @param kind a {@link MessageKind#wireName()}, or one that a later version has added
 * @param sender who wrote it; null if the account was deleted
 * @param sentAt when the server stored it; it orders nothing
 * @param key the sender's own name for it, lower case; absent for everybody else and where none was given
 * @param body what a {@code text} says; absent in other kinds and when expired
 * @param name a group's name in {@code created} and {@code renamed}; else absent
 * @param members the first members in {@code created}, sorted, its creator included; else absent
 * @param username whom {@code joined}, {@code left}, {@code removed} and {@code role} speak of; null if that account was
 *     deleted; absent in other kinds
 * @param role the new role in {@code role}; else absent
 * @param expired true once the body was removed by a retention rule; else absent
 */
public record Message(
        long room,
        long seq,
        String kind,
        String sender,
        Instant sentAt,
        String key,
        String body,
        String name,
        List<String> members,
        String username,
        Role role,
        Boolean expired) {

    /** The same entry as everybody but its sender sees it. */
    public Message withoutKey() {
        return key == null
                ? this
                : new Message(room, seq, kind, sender, sentAt, null, body, name, members, username, role, expired);
    }
}
