package chat262.api.rooms;

import chat262.api.Message;
import java.time.Instant;
import java.util.List;

/**
 * A room as one of its members sees it, or what a repeated call tells of a group that its caller has left since: then name,
 * listing and openness are absent unless the call named them.
 *
 * @param id the room's id
 * @param kind direct or group
 * @param name a group's name; absent in a direct room
 * @param listed whether a stranger's search finds the group; absent in a direct room
 * @param open whether any account may join the group; absent in a direct room
 * @param peer the other member of a direct room, null if that account was deleted; absent in a group
 * @param lastSeq the seq of the last entry, 0 while there is none
 * @param since the seq before the caller's own {@code joined} entry, 0 for first members
 * @param cursor the highest seq that the caller has acknowledged
 * @param unread others' texts above the cursor, exactly up to 999; 1000 means more
 * @param createdAt when the room was opened
 * @param lastMessage the last entry; absent while there is none
 * @param members who is in it; present only where one room is asked for by its id
 */
public record Room(
        long id,
        RoomKind kind,
        String name,
        Boolean listed,
        Boolean open,
        String peer,
        long lastSeq,
        long since,
        long cursor,
        int unread,
        Instant createdAt,
        Message lastMessage,
        List<MemberView> members) {}
