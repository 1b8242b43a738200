package chat262.api;

/**
 * An account as a search finds it.
 */
public record AccountName(String username) {}
