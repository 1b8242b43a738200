package chat262.cli.config;

/** An option, a variable or the config file has a value that can't be used; the message says which and why. */
public final class InvalidConfig extends RuntimeException {
    InvalidConfig(String message) {
        super(message);
    }
}
