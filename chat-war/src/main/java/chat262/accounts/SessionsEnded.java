package chat262.accounts;

/** Fired in the transaction that ends sessions of an account; observers act when it has committed. */
public record SessionsEnded(long accountId) {}
