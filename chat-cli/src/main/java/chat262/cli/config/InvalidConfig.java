package chat262.cli.config;

/** The config file can't be used; the message says where and why. */
public final class InvalidConfig extends RuntimeException {
    InvalidConfig(String message) {
        super(message);
    }
}
