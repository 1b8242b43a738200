package chat262.platform;

/** Fired once this server must not serve any more, though it does not stop. */
public record ServiceEnded() {}
