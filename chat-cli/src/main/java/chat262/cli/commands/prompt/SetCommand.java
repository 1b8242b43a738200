package chat262.cli.commands.prompt;

import chat262.cli.commands.ClientCommand;
import chat262.cli.commands.CommandContext;
import chat262.cli.commands.ExitCode;
import chat262.cli.commands.FreeText;
import chat262.cli.config.Preferences;
import chat262.cli.config.Preferences.Bell;
import chat262.cli.config.Preferences.Quiet;
import chat262.cli.config.Preferences.Theme;
import chat262.cli.config.Setting;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "set",
        description =
                "List theme, bell, quiet and notify-command, or change one until the console ends; off turns it off.")
final class SetCommand extends ClientCommand {
    @Parameters(index = "0", arity = "0..1", paramLabel = "KEY")
    private String key;

    @FreeText
    @Parameters(index = "1..*", arity = "0..*", paramLabel = "VALUE")
    private List<String> value;

    SetCommand(CommandContext context) {
        super(context);
    }

    @Override
    protected int run() throws IOException {
        Preferences preferences = client().preferences();
        if (key == null) {
            list(preferences);
            return ExitCode.OK;
        }
        Setting setting = Setting.of(key)
                .filter(each -> each != Setting.SERVER && each != Setting.ALIASES)
                .orElseThrow(() -> wrong("there is no setting " + key + "; 'set' lists them"));
        try {
            client().prefer(changed(preferences, setting, setting.meaning(words(value))));
        } catch (IllegalArgumentException e) {
            throw wrong(e.getMessage());
        }
        return ExitCode.OK;
    }

    private static Preferences changed(Preferences was, Setting setting, Object value) {
        return new Preferences(
                setting == Setting.THEME ? (Theme) value : was.theme(),
                setting == Setting.NOTIFY_COMMAND ? (String) value : was.notifyCommand(),
                setting == Setting.BELL ? (Bell) value : was.bell(),
                setting == Setting.QUIET ? (Quiet) value : was.quiet(),
                was.aliases());
    }

    private void list(Preferences preferences) throws IOException {
        screen().print("theme = " + small(preferences.theme()));
        screen().print("notify-command = " + orOff(preferences.notifyCommand()));
        screen().print("bell = " + small(preferences.bell()));
        screen().print("quiet = " + orOff(preferences.quiet().toString()));
    }

    private static String orOff(String value) {
        return value.isEmpty() ? "off" : value;
    }

    private static String small(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
