package chat262.accounts;

/**
 * Fired before an account is deleted, outside any transaction: an observer that has much to undo does it in transactions of
 * its own. If the deletion is cut short the account is still there, and the client asks again.
 */
public record AccountDeletionStarted(long accountId) {}
