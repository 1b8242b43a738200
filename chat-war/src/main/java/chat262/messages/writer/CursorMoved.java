package chat262.messages.writer;

import chat262.accounts.Caller;

/**
 * Fired once a cursor call is durable, whether or not it moved the cursor. Observers must not wait for anything.
 *
 * @param caller the account that acknowledged, and its device
 * @param cursor where the cursor stands, which may be further than this device said
 */
public record CursorMoved(long roomId, Caller caller, long cursor) {}
