package chat262.rooms;

/** Fired within the transaction that opens a direct room, which has no entry that would tell of it. */
public record DirectOpened(long roomId, long accountId, long peerId) {}
