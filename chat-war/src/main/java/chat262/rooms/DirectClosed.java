package chat262.rooms;

/** Fired within the transaction that deletes an account, for each of its direct rooms: no entry tells the peer of it. */
public record DirectClosed(long roomId) {}
