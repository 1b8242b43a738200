package chat262.cli.console;

/** A command needs a chat to be open. */
public final class NoSuchRoomOpen extends RuntimeException {
    NoSuchRoomOpen() {
        super("no chat is open: open one with 'chat NAME' or 'chatgroup NAME'", null, false, false);
    }
}
