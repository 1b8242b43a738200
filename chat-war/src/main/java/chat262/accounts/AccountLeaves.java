package chat262.accounts;

/**
 * Fired before an account is deleted, outside any transaction: whoever has much to take back of it does that piece by
 * piece. If it is cut short, the account is still there, and asks to be deleted again.
 */
public record AccountLeaves(long accountId) {}
