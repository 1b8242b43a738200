package chat262.accounts;

/** Fired in the transaction that ends sessions of an account; whoever remembers them forgets them when it commits. */
public record SessionsEnded(long accountId) {}
