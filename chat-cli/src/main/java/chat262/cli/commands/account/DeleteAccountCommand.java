package chat262.cli.commands.account;

import chat262.cli.commands.ClientCommand;
import chat262.cli.commands.CommandContext;
import chat262.cli.commands.ExitCode;
import chat262.cli.server.ChatServer;
import chat262.cli.store.Login;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "delaccount",
        aliases = {"da", "unregister"},
        description = "Delete your account for good. What you sent stays, without your name.")
final class DeleteAccountCommand extends ClientCommand {
    @Option(names = "--yes", paramLabel = "NAME", description = "Don't ask: the name of the account to delete.")
    private String confirmed;

    DeleteAccountCommand(CommandContext context) {
        super(context);
    }

    @Override
    protected int run() throws IOException {
        Login login = client().login();
        String typed = confirmed;
        if (typed == null && context().canAsk()) {
            typed = screen().read("This deletes " + login.username() + " for good. Type the name to go on: ");
        }
        if (typed == null || !typed.strip().equals(login.username())) {
            throw wrong("nothing was deleted: say the account's name, " + login.username() + ", to go on");
        }
        try (ChatServer server = server()) {
            server.deleteAccount();
        }
        if (context().session().isPresent()) {
            context().session().get().disconnect();
        }
        client().forget();
        screen().say("The account " + login.username() + " is deleted.");
        return ExitCode.OK;
    }
}
