package chat262.cli;

import chat262.cli.console.Client;
import chat262.cli.console.Preferences;
import chat262.cli.console.Preferences.Bell;
import chat262.cli.console.Preferences.Quiet;
import chat262.cli.console.Preferences.Theme;
import chat262.cli.console.Screen;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** What the person wants of an open console, until it ends; the config file is for good. */
final class WishCommands {
    private final Client client;
    private final Screen screen;

    WishCommands(Client client) {
        this.client = client;
        this.screen = client.screen();
    }

    void set(Arguments arguments) throws IOException {
        String key = arguments.get("KEY");
        if (key == null) {
            list(client.preferences());
            return;
        }
        Setting setting = Setting.of(key)
                .filter(each -> each != Setting.SERVER && each != Setting.ALIASES)
                .orElseThrow(() -> arguments.wrong("there is no setting " + key + "; 'set' lists them"));
        try {
            client.prefer(changed(client.preferences(), setting, setting.meaning(arguments.words("VALUE"))));
        } catch (IllegalArgumentException e) {
            throw arguments.wrong(e.getMessage());
        }
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
        screen.print("theme = " + small(preferences.theme()));
        screen.print("notify-command = " + preferences.notifyCommand());
        screen.print("bell = " + small(preferences.bell()));
        screen.print("quiet = " + preferences.quiet());
    }

    private static String small(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    void alias(Arguments arguments) throws IOException {
        String name = arguments.get("NAME");
        Preferences was = client.preferences();
        if (name == null) {
            for (Map.Entry<String, String> alias : new TreeMap<>(was.aliases()).entrySet()) {
                screen.print(alias.getKey() + " = " + alias.getValue());
            }
            return;
        }
        if (!name.matches(Setting.ALIAS)) {
            throw arguments.wrong("a name of your own is 1 to 20 of A-Z a-z 0-9 _ ? . -");
        }
        Map<String, String> aliases = new TreeMap<>(was.aliases());
        String words = arguments.words("COMMAND");
        if (words.isBlank()) {
            aliases.remove(name);
        } else {
            aliases.put(name, words);
        }
        client.prefer(new Preferences(was.theme(), was.notifyCommand(), was.bell(), was.quiet(), aliases));
    }
}
