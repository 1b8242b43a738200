package chat262.rooms;

/** How far a member has acknowledged a room. */
public record MemberCursor(long roomId, long accountId, long cursor) {}
