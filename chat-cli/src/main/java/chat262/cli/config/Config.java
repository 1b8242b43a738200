package chat262.cli.config;

import chat262.cli.config.Preferences.Bell;
import chat262.cli.config.Preferences.Quiet;
import chat262.cli.config.Preferences.Theme;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * The configuration of a run: an option before the environment, that before the profile, that before the rest of the config
 * file, that before the default.
 *
 * @param profile has a login, a journal and an outbox of its own; null for the default one
 * @param server the server
 * @param preferences the looks
 * @param token a session's, in place of a login; null for none
 */
public record Config(String profile, URI server, Preferences preferences, String token) {
    /** As the name of a profile it means none. */
    static final String NO_PROFILE = "default";

    private static final String TOKEN = "[A-Za-z0-9._~+/=-]{0,500}";

    /**
     * What the command line says; each may be null.
     *
     * @param server a server's URL
     * @param profile the name of a profile
     * @param file a config file
     * @param color auto, always or never
     * @param notifyCommand runs when others write
     */
    public record Options(String server, String profile, Path file, String color, String notifyCommand) {}

    /** @throws InvalidConfig if the file, the profile or a value is none */
    public static Config of(Options options, Map<String, String> environment) {
        String profile = first(options.profile, environment.get("CHAT_PROFILE"));
        profile = NO_PROFILE.equals(profile) ? null : profile;
        Path usual = ConfigFile.usual(environment);
        ConfigFile file = options.file == null && Files.notExists(usual)
                ? ConfigFile.none(usual)
                : ConfigFile.read(options.file == null ? usual : options.file);
        if (profile != null) {
            file.mustHave(profile);
        }
        boolean coloured = isColoured(options.color, environment);
        return new Config(
                profile,
                server(options, environment, file, profile),
                preferences(options, file, profile, coloured),
                token(environment));
    }

    private static URI server(Options options, Map<String, String> environment, ConfigFile file, String profile) {
        String said = first(options.server, environment.get("CHAT_SERVER"));
        try {
            return said != null
                    ? ServerAddress.of(said.strip())
                    : file.get(URI.class, profile, Setting.SERVER, URI.create(Setting.DEFAULT_SERVER));
        } catch (IllegalArgumentException e) {
            throw new InvalidConfig(e.getMessage());
        }
    }

    private static String token(Map<String, String> environment) {
        String token = environment.getOrDefault("CHAT_TOKEN", "").strip();
        if (!token.matches(TOKEN)) {
            throw new InvalidConfig("CHAT_TOKEN holds no token: it is what a login answers, letters, digits, - and _");
        }
        return token.isEmpty() ? null : token;
    }

    private static boolean isColoured(String color, Map<String, String> environment) {
        return switch (color == null ? "auto" : color) {
            case "auto" -> environment.getOrDefault("NO_COLOR", "").isEmpty();
            case "always" -> true;
            case "never" -> false;
            default -> throw new InvalidConfig("--color is auto, always or never, not: " + color);
        };
    }

    private static Preferences preferences(Options options, ConfigFile file, String profile, boolean coloured) {
        Preferences usual = Preferences.DEFAULT;
        return new Preferences(
                coloured ? file.get(Theme.class, profile, Setting.THEME, usual.theme()) : Theme.NONE,
                options.notifyCommand != null
                        ? options.notifyCommand
                        : file.get(String.class, profile, Setting.NOTIFY_COMMAND, usual.notifyCommand()),
                file.get(Bell.class, profile, Setting.BELL, usual.bell()),
                file.get(Quiet.class, profile, Setting.QUIET, usual.quiet()),
                aliases(file.get(Map.class, profile, Setting.ALIASES, Map.of())));
    }

    private static Map<String, String> aliases(Map<?, ?> parsed) {
        Map<String, String> aliases = new TreeMap<>();
        parsed.forEach((name, words) -> aliases.put((String) name, (String) words));
        return aliases;
    }

    /** The option if it was given, else what the environment says unless that is empty. */
    private static String first(String option, String variable) {
        return option != null || variable == null || variable.isBlank() ? option : variable;
    }
}
