package chat262.cli.client;

/** Nobody is logged in at this server from here. */
public final class NotLoggedIn extends RuntimeException {
    public NotLoggedIn() {
        super("you are not logged in", null, false, false);
    }
}
