package chat262.cli;

import chat262.api.ProblemType;
import chat262.cli.console.Client;
import chat262.cli.console.Console;
import chat262.cli.console.JsonLine;
import chat262.cli.console.Screen;
import chat262.cli.server.ChatServer;
import chat262.cli.server.Refused;
import chat262.cli.store.Login;
import java.io.IOException;
import java.util.Locale;
import java.util.function.Supplier;

/** Accounts: having one, logging in and out, finding people. */
final class AccountCommands {
    private static final String STDIN = "--password-stdin";

    private final Supplier<Client> client;
    private final Console console;
    private final Screen screen;

    /** @param console the open console; null for a single command */
    AccountCommands(Supplier<Client> client, Screen screen, Console console) {
        this.client = client;
        this.console = console;
        this.screen = screen;
    }

    void logIn(Arguments arguments) throws IOException {
        if (client.get().hasToken()) {
            throw arguments.wrong("CHAT_TOKEN says who is logged in; unset it to log in here");
        }
        String username = arguments.get("NAME");
        boolean passwordStdin = arguments.has(STDIN);
        String password = password(arguments);
        Login login;
        try {
            login = client.get().logIn(username, password, arguments.has("--take-over"));
        } catch (Refused e) {
            if (!e.is(ProblemType.LOGGED_IN_ELSEWHERE) || !mayAsk(passwordStdin) || !confirmsTakeOver(username)) {
                throw e;
            }
            login = client.get().logIn(username, password, true);
        }
        if (console != null) {
            console.connect(login);
        } else {
            screen.say("You are " + login.username() + ".");
        }
    }

    private boolean confirmsTakeOver(String username) throws IOException {
        String answer = screen.read(username + " is logged in on another device. Log that one out? [y/N] ");
        return answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
    }

    void logOut(Arguments arguments) throws IOException {
        if (console != null) {
            console.device();
            console.disconnect();
        }
        client.get().logOut();
        screen.say("You are logged out.");
    }

    void register(Arguments arguments) throws IOException {
        String username = arguments.get("NAME");
        boolean passwordStdin = arguments.has(STDIN);
        String password = password(arguments);
        if (screen.isTerminal() && !passwordStdin && !password.equals(screen.readSecret("The same again: "))) {
            throw arguments.wrong("the two passwords differ");
        }
        try (ChatServer server = client.get().anonymous()) {
            screen.say(
                    "Welcome, " + server.register(username, password).username() + ". Now 'login " + username + "'.");
        }
    }

    void delete(Arguments arguments) throws IOException {
        Login login = client.get().login();
        String typed = arguments.option("--yes");
        if (typed == null && mayAsk(false)) {
            typed = screen.read("This deletes " + login.username() + " for good. Type the name to go on: ");
        }
        if (typed == null || !typed.strip().equals(login.username())) {
            throw arguments.wrong("nothing was deleted: say the account's name, " + login.username() + ", to go on");
        }
        try (ChatServer server = client.get().mine()) {
            server.deleteAccount();
        }
        if (console != null) {
            console.disconnect();
        }
        client.get().forget();
        screen.say("The account " + login.username() + " is deleted.");
    }

    void listUsers(Arguments arguments) throws IOException {
        print("*", arguments.has("--json"));
    }

    void searchUsers(Arguments arguments) throws IOException {
        String pattern = arguments.get("PATTERN");
        print(pattern == null ? "*" : pattern, arguments.has("--json"));
    }

    private void print(String pattern, boolean json) throws IOException {
        try (ChatServer server = client.get().mine()) {
            for (String name : server.accounts(pattern)) {
                screen.print(json ? JsonLine.of("username", name) : name);
            }
        }
    }

    private String password(Arguments arguments) throws IOException {
        boolean fromStdin = arguments.has(STDIN);
        if (!fromStdin && !mayAsk(false)) {
            throw arguments.wrong("there is no terminal to ask for the password; use --password-stdin");
        }
        String password = fromStdin ? screen.read("") : screen.readSecret("Password: ");
        if (password == null || password.isEmpty()) {
            throw arguments.wrong("no password was given");
        }
        return password;
    }

    /** Whether there is somebody to ask: at a terminal, or line by line in a console. */
    private boolean mayAsk(boolean inputIsTaken) {
        return !inputIsTaken && (console != null || screen.isTerminal());
    }
}
