package chat262.cli.client;

import chat262.api.NameFolding;
import chat262.api.accounts.LoggedIn;
import chat262.api.accounts.NewSession;
import chat262.api.problems.ProblemType;
import chat262.cli.config.Preferences;
import chat262.cli.screen.Screen;
import chat262.cli.server.ChatServer;
import chat262.cli.server.LiveStream;
import chat262.cli.server.NoAnswer;
import chat262.cli.server.RequestRejected;
import chat262.cli.store.Login;
import chat262.cli.store.StateFolder;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;

/** What every command works with: the server, the login there, the screen, and the preferences. */
public final class Client {
    private static final int MAX_DEVICE_LENGTH = 100;

    private final URI url;
    private final StateFolder state;
    private final Screen screen;
    private final String token;
    private volatile Preferences preferences;
    private volatile Login identified;

    /** @param token a session's, given from outside in place of a login; null for none */
    public Client(URI url, StateFolder state, Screen screen, Preferences preferences, String token) {
        this.url = url;
        this.state = state;
        this.screen = screen;
        this.preferences = preferences;
        this.token = token;
    }

    public URI url() {
        return url;
    }

    public StateFolder state() {
        return state;
    }

    public Screen screen() {
        return screen;
    }

    public Preferences preferences() {
        return preferences;
    }

    /** Uses other preferences from now on, in this run. */
    public void prefer(Preferences wanted) {
        preferences = wanted;
        screen.paint(wanted.theme());
    }

    /** The login. */
    public Login login() throws IOException, NotLoggedIn {
        return loginIfAny().orElseThrow(NotLoggedIn::new);
    }

    /** The login; empty if there is none. For a token that is new on this device the server is asked for its account. */
    public Optional<Login> loginIfAny() throws IOException {
        if (token == null) {
            return state.login();
        }
        if (identified == null) {
            Optional<Login> given = state.given(token);
            identified = given.isPresent() ? given.get() : identify();
        }
        return Optional.of(identified);
    }

    /** Whether a token from outside stands in place of a login. */
    public boolean hasToken() {
        return token != null;
    }

    private Login identify() {
        try (ChatServer server = new ChatServer(url, token)) {
            LiveStream.Greeting session = server.identity();
            Login login = new Login(
                    session.username(), session.accountId(), session.sessionId(), token, null, session.epoch());
            remember(login);
            return login;
        }
    }

    private void remember(Login login) {
        try {
            state.remember(login);
        } catch (IOException e) {
            // It is asked for again next time.
        }
    }

    /** Keeps what has changed of the login. */
    public void keep(Login login) throws IOException {
        if (token == null) {
            state.keep(login);
        } else {
            identified = login;
            remember(login);
        }
    }

    /** Forgets the login that has ended; that of this device stays where a token stood in its place. */
    public void forget() throws IOException {
        if (token == null) {
            state.forgetLogin();
        } else {
            state.forget(token);
        }
    }

    /** The server, for calls that need no login. */
    public ChatServer anonymous() {
        return new ChatServer(url, null);
    }

    /** The server, for the calls of the account that is logged in. */
    public ChatServer mine() throws IOException, NotLoggedIn {
        return new ChatServer(url, login().token());
    }

    /**
     * Logs in and keeps it. A session that this device had is ended, also that of another account; a session of
     * another device only if it is to be taken over.
     *
     * @throws RequestRejected with {@code logged-in-elsewhere} if another device holds the session
     */
    public Login logIn(String username, String password, boolean takeOver) throws IOException {
        Optional<Login> before = state.login();
        LoggedIn answer;
        try (ChatServer server = anonymous()) {
            answer = server.logIn(new NewSession(username, password, device(), takeOver));
        } catch (RequestRejected e) {
            if (takeOver || !e.is(ProblemType.LOGGED_IN_ELSEWHERE) || !isOwnSession(before, username)) {
                throw e;
            }
            return logIn(username, password, true);
        }
        Login login = Login.of(answer);
        state.keep(login);
        before.filter(old -> old.accountId() != login.accountId()).ifPresent(this::end);
        return login;
    }

    /** Whether the session that is in the way is the one that this device has. */
    private boolean isOwnSession(Optional<Login> before, String username) {
        if (before.isEmpty() || !isSameName(before.get().username(), username)) {
            return false;
        }
        try (ChatServer server = new ChatServer(url, before.get().token())) {
            server.account(username);
            return true;
        } catch (RequestRejected | NoAnswer e) {
            return false;
        }
    }

    private static boolean isSameName(String one, String other) {
        return NameFolding.fold(one).equals(NameFolding.fold(other));
    }

    private void end(Login old) {
        try (ChatServer server = new ChatServer(url, old.token())) {
            server.logOut();
        } catch (RequestRejected | NoAnswer e) {
            // It has ended already, or will by itself.
        }
    }

    /** Logs out and forgets the login. A session that has ended already is no failure. */
    public void logOut() throws IOException, NotLoggedIn {
        Login login = login();
        try (ChatServer server = new ChatServer(url, login.token())) {
            server.logOut();
        } catch (RequestRejected e) {
            if (!e.isLogin()) {
                throw e;
            }
        }
        forget();
    }

    private static String device() {
        String host = System.getenv("HOSTNAME");
        String device = host == null || host.isBlank() ? "console" : "console on " + host;
        return device.substring(0, Math.min(MAX_DEVICE_LENGTH, device.length()));
    }
}
