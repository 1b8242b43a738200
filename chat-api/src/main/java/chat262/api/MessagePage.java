package chat262.api;

import java.util.List;

/**
 * A run of a room's log.
 *
 * @param messages ascending and without a gap
 * @param lastSeq the last seq of the room, never below that of the last message here
 * @param cursor the caller's cursor
 * @param epoch the history that the seqs belong to
 */
public record MessagePage(List<Message> messages, long lastSeq, long cursor, String epoch) {}
