package chat262.cli;

import chat262.cli.console.Preferences.Bell;
import chat262.cli.console.Preferences.Theme;
import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a config file may say: the keys, and what their values mean. */
enum Setting {
    SERVER(Setting::server),
    THEME(text -> one(Theme.class, text)),
    NOTIFY_COMMAND(text -> text),
    BELL(text -> one(Bell.class, text));

    static final String DEFAULT_SERVER = "http://127.0.0.1:8080";

    private final Function<String, Object> meaning;

    Setting(Function<String, Object> meaning) {
        this.meaning = meaning;
    }

    /** Its name in the file. */
    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Setting> of(String key) {
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
    Object meaning(String text) {
        return meaning.apply(text.strip());
    }

    /** The address of a server; throws like {@link #meaning}. */
    static URI server(String text) {
        try {
            URI url = URI.create(text);
            if (url.getHost() != null && ("http".equals(url.getScheme()) || "https".equals(url.getScheme()))) {
                return url;
            }
        } catch (IllegalArgumentException e) {
            // Told below.
        }
        throw new IllegalArgumentException("not a server's URL, such as " + DEFAULT_SERVER + ": " + text);
    }

    private static <T extends Enum<T>> T one(Class<T> type, String text) {
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
