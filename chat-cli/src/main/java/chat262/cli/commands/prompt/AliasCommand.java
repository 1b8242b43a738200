package chat262.cli.commands.prompt;

import chat262.cli.commands.ClientCommand;
import chat262.cli.commands.CommandContext;
import chat262.cli.commands.ExitCode;
import chat262.cli.commands.FreeText;
import chat262.cli.config.Preferences;
import chat262.cli.config.Setting;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "alias",
        description =
                "List your own names for commands, or give one until the console ends; without COMMAND take it back.")
final class AliasCommand extends ClientCommand {
    @Parameters(index = "0", arity = "0..1", paramLabel = "NAME")
    private String name;

    @FreeText
    @Parameters(index = "1..*", arity = "0..*", paramLabel = "COMMAND")
    private List<String> command;

    AliasCommand(CommandContext context) {
        super(context);
    }

    @Override
    protected int run() throws IOException {
        Preferences was = client().preferences();
        Map<String, String> aliases = new TreeMap<>(was.aliases());
        if (name == null) {
            list(aliases);
            return ExitCode.OK;
        }
        if (!name.matches(Setting.ALIAS)) {
            throw wrong("a name of your own is 1 to 20 of A-Z a-z 0-9 _ ? . -");
        }
        String words = words(command);
        if (words.isBlank()) {
            aliases.remove(name);
        } else {
            aliases.put(name, words);
        }
        client().prefer(new Preferences(was.theme(), was.notifyCommand(), was.bell(), was.quiet(), aliases));
        return ExitCode.OK;
    }

    private void list(Map<String, String> aliases) throws IOException {
        for (Map.Entry<String, String> alias : aliases.entrySet()) {
            screen().print(alias.getKey() + " = " + alias.getValue());
        }
    }
}
