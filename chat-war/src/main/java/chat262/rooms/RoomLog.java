package chat262.rooms;

import chat262.api.Message;
import chat262.api.MessageKind;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/**
 * What rooms need of the log. It stands here and is implemented by {@code messages}, which depends on rooms and not the
 * other way round.
 */
public interface RoomLog {
    /**
     * An entry to be written.
     *
     * @param kind one that clients do not send
     * @param senderId the account that did it
     * @param subjectId the account that it speaks of; null if there is none
     * @param body the name or role that it tells; null where none
     */
    record Entry(MessageKind kind, long senderId, Long subjectId, String body) {}

    /** Writes an entry at the end of a locked room. {@code call} may be null: then the call had no key. */
    long append(ChatRoom room, Entry entry, IdempotentRequest call);

    /** Stores the first members of a group, those that its {@code created} entry names. */
    void addFounders(ChatRoom room, Collection<Long> accountIds);

    /** Remembers the key of a call that has written no entry. */
    void remember(IdempotentRequest call, long roomId);

    /**
     * The room that a known key of this account once changed; empty if the key is new. A key that stood for something
     * else is {@code key-reused}.
     */
    Optional<Long> roomOf(IdempotentRequest call);

    /** The entry that a known call has written in a room, as its caller sees it; empty if it wrote none. */
    Optional<Message> entryOf(IdempotentRequest call, long roomId);

    /** The last entry of each of some rooms, as an account sees it; a room without entries is not in the map. */
    Map<Long, Message> last(Collection<ChatRoom> rooms, long accountId);

    /**
     * What a member has not read of a room.
     *
     * @param cursor how far the member has acknowledged
     * @param texts others' texts above the cursor, exactly up to 999; 1000 means more
     */
    record Unread(long cursor, int texts) {}

    /**
     * What an account has not read of some rooms, by room; a room that it is no member of is not in the map.
     *
     * @param lastSeqs the last seq of each room
     */
    Map<Long, Unread> unread(long accountId, Map<Long, Long> lastSeqs);
}
