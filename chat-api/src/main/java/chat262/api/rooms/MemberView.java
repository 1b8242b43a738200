package chat262.api.rooms;

/**
 * A member of a room: who, as what, since which seq, and the highest seq that they have acknowledged. What is at or below
 * {@code since} came before them: their cursor is above it, and they need not have seen it.
 */
public record MemberView(String username, Role role, long since, long cursor) {}
