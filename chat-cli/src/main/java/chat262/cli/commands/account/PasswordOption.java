package chat262.cli.commands.account;

import chat262.cli.commands.CommandContext;
import chat262.cli.screen.Screen;
import java.io.IOException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Where a password comes from: it is asked for, or read from standard input. */
final class PasswordOption {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(names = "--password-stdin", arity = "0", description = "Read the password from standard input.")
    private boolean fromStdin;

    boolean isFromStdin() {
        return fromStdin;
    }

    String read(CommandContext context) throws IOException {
        Screen screen = context.screen();
        if (!fromStdin && !context.canAsk()) {
            throw wrong("there is no terminal to ask for the password; use --password-stdin");
        }
        String password = fromStdin ? screen.read("") : screen.readSecret("Password: ");
        if (password == null || password.isEmpty()) {
            throw wrong("no password was given");
        }
        return password;
    }

    private ParameterException wrong(String message) {
        return new ParameterException(command.commandLine(), message);
    }
}
