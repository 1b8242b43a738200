package chat262.api;

/**
 * Where the cursor stands after a move.
 */
public record Cursor(long cursor, String epoch) {}
