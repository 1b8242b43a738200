package chat262.accounts;

/** Fired while an account is being deleted, inside that transaction: rooms are left before it commits. */
public record AccountDeleted(long accountId) {}
