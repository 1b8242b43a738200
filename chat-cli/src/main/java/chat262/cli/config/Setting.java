package chat262.cli.config;

import chat262.cli.config.Preferences.Bell;
import chat262.cli.config.Preferences.Quiet;
import chat262.cli.config.Preferences.Theme;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a config file may say: the keys, and what their values mean. */
public enum Setting {
    SERVER(ServerAddress::of),
    THEME(text -> one(Theme.class, text)),
    NOTIFY_COMMAND(text -> text.equals(Setting.OFF) ? "" : text),
    BELL(text -> one(Bell.class, text)),
    QUIET(Setting::quiet),
    ALIASES(Setting::aliases);

    /** Turns off whatever it is said for. */
    static final String OFF = "off";

    /** What an alias may be. */
    public static final String ALIAS = "[A-Za-z0-9_?.-]{1,20}";

    public static final String DEFAULT_SERVER = "http://127.0.0.1:8080";

    private final Function<String, Object> meaning;

    Setting(Function<String, Object> meaning) {
        this.meaning = meaning;
    }

    /** Its name in the file. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Setting> of(String key) {
        return Arrays.stream(values()).filter(each -> each.key().equals(key)).findFirst();
    }

    static String keys() {
        return Arrays.stream(values()).map(Setting::key).collect(Collectors.joining(", "));
    }

    /**
     * What a value means.
     *
     * @throws IllegalArgumentException if it means nothing; the message is for the person
     */
    public Object meaning(String text) {
        return meaning.apply(text.strip());
    }

    private static Quiet quiet(String text) {
        if (text.isEmpty() || text.equals(OFF)) {
            return Quiet.NEVER;
        }
        String[] times = text.split("-", -1);
        try {
            if (times.length == 2) {
                return new Quiet(LocalTime.parse(times[0].strip()), LocalTime.parse(times[1].strip()));
            }
        } catch (DateTimeParseException e) {
            // Told below.
        }
        throw new IllegalArgumentException("say two times such as 22:00-07:00, or off, not: " + text);
    }

    /** Such as {@code j = join; w = whois}. */
    private static Map<String, String> aliases(String text) {
        Map<String, String> aliases = new TreeMap<>();
        for (String one : text.split(";")) {
            String[] parts = one.strip().split("\\s*=\\s*", 2);
            if (parts.length == 2 && parts[0].matches(ALIAS) && !parts[1].isEmpty()) {
                aliases.put(parts[0], parts[1]);
            } else if (!one.isBlank()) {
                throw new IllegalArgumentException("say NAME = COMMAND; NAME = COMMAND, not: " + one.strip());
            }
        }
        return aliases;
    }

    private static <T extends Enum<T>> T one(Class<T> type, String given) {
        String text = given.equals(OFF) ? "none" : given;
        return Arrays.stream(type.getEnumConstants())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("say "
                        + Arrays.stream(type.getEnumConstants())
                                .map(each -> each.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(", "))
                        + ", not: " + text));
    }
}
