package chat262.cli.commands.account;

import chat262.cli.commands.ClientCommand;
import chat262.cli.commands.CommandContext;
import chat262.cli.commands.ExitCode;
import chat262.cli.server.ChatServer;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "newaccount",
        aliases = {"na", "register"},
        description = "Create an account: a name of 1 to 20 A-Z a-z 0-9 . _ - and a password of 8 or more.")
final class NewAccountCommand extends ClientCommand {
    @Parameters(index = "0", paramLabel = "NAME")
    private String username;

    @Mixin
    private final PasswordOption passwordOption = new PasswordOption();

    NewAccountCommand(CommandContext context) {
        super(context);
    }

    @Override
    protected boolean flushesOutbox() {
        return false;
    }

    @Override
    protected int run() throws IOException {
        String password = passwordOption.read(context());
        boolean asksTwice = screen().isTerminal() && !passwordOption.isFromStdin();
        if (asksTwice && !password.equals(screen().readSecret("The same again: "))) {
            throw wrong("the two passwords differ");
        }
        // Where strangers can't create accounts, members can.
        boolean isMember = client().loginIfAny().isPresent();
        try (ChatServer server = isMember ? client().mine() : client().anonymous()) {
            String registered = server.register(username, password).username();
            screen().say("Welcome, " + registered + ". Now 'login " + username + "'.");
        }
        return ExitCode.OK;
    }
}
