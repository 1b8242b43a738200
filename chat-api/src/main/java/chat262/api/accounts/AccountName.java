package chat262.api.accounts;

/**
 * An account as a search finds it.
 */
public record AccountName(String username) {}
