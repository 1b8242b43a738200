package chat262.api;

/**
 * A member of a room: who, as what, and the highest seq that they have acknowledged.
 */
public record MemberView(String username, Role role, long cursor) {}
