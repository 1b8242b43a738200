package chat262.cli.interactive;

/** A command needs a chat to be open. */
public final class NoOpenRoom extends RuntimeException {
    NoOpenRoom() {
        super("no chat is open: open one with 'chat NAME' or 'join GROUP'", null, false, false);
    }
}
