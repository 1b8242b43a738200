package chat262.rooms;

/** How far a member, called so, has acknowledged a room. */
public record NamedCursor(long roomId, long accountId, String username, long cursor) {}
