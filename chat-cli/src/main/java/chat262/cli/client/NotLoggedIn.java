package chat262.cli.client;

/** There is no login at this server from here. */
public final class NotLoggedIn extends RuntimeException {
    public NotLoggedIn() {
        super("you are not logged in", null, false, false);
    }
}
