package chat262.rooms;

/**
 * The answer to a call that may have changed something.
 *
 * @param view what there is now
 * @param changed false if it was so already, or the key is known
 */
public record Result<T>(T view, boolean changed) {}
