package chat262.rooms;

/** That an account is a member of a room. */
public record Seat(long accountId, long roomId) {}
