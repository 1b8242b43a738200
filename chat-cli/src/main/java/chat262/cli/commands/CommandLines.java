package chat262.cli.commands;

import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** What the command line and the prompt have in common. */
public final class CommandLines {
    private CommandLines() {}

    /** Adds commands, each with an option that explains it. */
    public static void add(CommandLine to, List<? extends ClientCommand> commands) {
        for (ClientCommand command : commands) {
            CommandLine added = new CommandLine(command);
            added.getCommandSpec().addOption(help());
            to.addSubcommand(added);
        }
        to.setExpandAtFiles(false); // @bob is a person
    }

    /** The option that explains a command. */
    private static OptionSpec help() {
        return OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Explain this.")
                .build();
    }
}
