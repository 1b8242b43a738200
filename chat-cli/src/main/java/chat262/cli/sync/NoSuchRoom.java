package chat262.cli.sync;

/** A name that leads to no room, or to more than one; the message says what to do. */
public final class NoSuchRoom extends RuntimeException {
    public NoSuchRoom(String message) {
        super(message, null, false, false);
    }
}
