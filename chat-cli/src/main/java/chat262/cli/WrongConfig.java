package chat262.cli;

/** The config file can't be used; the message says where and why. */
final class WrongConfig extends RuntimeException {
    WrongConfig(String message) {
        super(message);
    }
}
