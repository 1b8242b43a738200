package chat262.api;

/**
 * Acknowledges: {@code PUT /rooms/{id}/cursor}. {@code epoch} may be absent.
 */
public record CursorMove(long seq, String epoch) {}
