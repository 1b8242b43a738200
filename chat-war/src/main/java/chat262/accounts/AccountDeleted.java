package chat262.accounts;

/** Fired in the transaction that deletes an account: it leaves its rooms before that commits. */
public record AccountDeleted(long accountId) {}
