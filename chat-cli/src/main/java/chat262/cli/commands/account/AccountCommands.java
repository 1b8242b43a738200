package chat262.cli.commands.account;

import chat262.cli.commands.ClientCommand;
import chat262.cli.commands.CommandContext;
import java.util.List;

/** The commands of this package, in the order in which help lists them. */
public final class AccountCommands {
    private AccountCommands() {}

    public static List<ClientCommand> all(CommandContext context) {
        return List.of(
                new LoginCommand(context),
                new LogoutCommand(context),
                new NewAccountCommand(context),
                new DeleteAccountCommand(context),
                new ListUsersCommand(context),
                new SearchUsersCommand(context));
    }
}
