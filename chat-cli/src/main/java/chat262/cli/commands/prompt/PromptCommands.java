package chat262.cli.commands.prompt;

import chat262.cli.client.Client;
import chat262.cli.commands.ClientCommand;
import chat262.cli.commands.CommandContext;
import chat262.cli.commands.CommandLines;
import chat262.cli.commands.account.AccountCommands;
import chat262.cli.commands.message.MessageCommands;
import chat262.cli.commands.room.RoomCommands;
import chat262.cli.interactive.InteractiveSession;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** The commands of the prompt: those of this package, and those that the command line has, too. */
final class PromptCommands {
    private PromptCommands() {}

    /** All of them as subcommands of a command without a name, in the order in which help lists them. */
    static CommandLine commandLine(Client client, InteractiveSession session) {
        CommandContext context = CommandContext.interactive(client, session);
        List<ClientCommand> commands = new ArrayList<>(views(context));
        commands.addAll(AccountCommands.all(context));
        commands.addAll(RoomCommands.all(context));
        commands.addAll(MessageCommands.all(context));
        commands.add(new SetCommand(context));
        commands.add(new AliasCommand(context));
        commands.add(new HelpCommand(context));
        commands.add(new ExitCommand(context));
        CommandLine commandLine = new CommandLine(CommandSpec.create().name(""));
        CommandLines.add(commandLine, commands);
        return commandLine;
    }

    private static List<ClientCommand> views(CommandContext context) {
        return List.of(
                new ChatCommand(context),
                new ChatGroupCommand(context),
                new NextCommand(context),
                new RoomCommand(context),
                new MeCommand(context),
                new SearchCommand(context),
                new WhoisCommand(context));
    }
}
