package chat262.cli.commands.account;

import chat262.api.problems.ProblemType;
import chat262.cli.commands.ClientCommand;
import chat262.cli.commands.CommandContext;
import chat262.cli.commands.ExitCode;
import chat262.cli.server.RequestRejected;
import chat262.cli.store.Login;
import java.io.IOException;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "login", aliases = "l", description = "Log in. The password is asked for.")
final class LoginCommand extends ClientCommand {
    @Parameters(index = "0", paramLabel = "NAME")
    private String username;

    @Option(names = "--take-over", arity = "0", description = "End the session of another device.")
    private boolean takeOver;

    @Mixin
    private final PasswordOption password = new PasswordOption();

    LoginCommand(CommandContext context) {
        super(context);
    }

    @Override
    protected boolean flushesOutbox() {
        return false;
    }

    @Override
    protected int run() throws IOException {
        if (client().hasToken()) {
            throw wrong("CHAT_TOKEN says who is logged in; unset it to log in here");
        }
        Login login = logIn(password.read(context()));
        if (context().session().isPresent()) {
            context().session().get().connect(login);
        } else {
            screen().say("You are " + login.username() + ".");
        }
        return ExitCode.OK;
    }

    private Login logIn(String secret) throws IOException {
        try {
            return client().logIn(username, secret, takeOver);
        } catch (RequestRejected e) {
            boolean mayAsk = !password.isFromStdin() && context().canAsk();
            if (!e.is(ProblemType.LOGGED_IN_ELSEWHERE) || !mayAsk || !confirmsTakeOver()) {
                throw e;
            }
            return client().logIn(username, secret, true);
        }
    }

    private boolean confirmsTakeOver() throws IOException {
        String answer = screen().read(username + " is logged in on another device. Log that one out? [y/N] ");
        return answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
    }
}
