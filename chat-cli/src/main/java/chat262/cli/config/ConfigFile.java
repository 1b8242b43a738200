package chat262.cli.config;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The person's config file: {@code KEY = VALUE} for all profiles, {@code PROFILE.KEY = VALUE} for one profile. Java's own
 * format of properties, because it is one line for a setting and needs no library.
 */
final class ConfigFile {
    /** Of a profile: it becomes the name of a folder, on disks too that don't tell A from a. */
    private static final String NAME = "[a-z0-9_-]{1,40}";

    private final Path path;
    private final Map<String, Object> values = new HashMap<>();
    private final SortedSet<String> profiles = new TreeSet<>();

    private ConfigFile(Path path) {
        this.path = path;
    }

    /** The default path: below {@code $XDG_CONFIG_HOME/chat}, else {@code ~/.config}. */
    static Path usual(Map<String, String> environment) {
        String xdg = environment.getOrDefault("XDG_CONFIG_HOME", "");
        Path base = Path.of(xdg).isAbsolute() // the XDG specification: a relative one is to be ignored
                ? Path.of(xdg)
                : Path.of(environment.getOrDefault("HOME", System.getProperty("user.home")), ".config");
        return base.resolve("chat").resolve("config.properties");
    }

    /** Reads one and checks all of it. */
    static ConfigFile read(Path path) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(path, StandardCharsets.UTF_8)) {
            properties.load(reader);
        } catch (CharacterCodingException e) {
            throw new InvalidConfig(path + " is not UTF-8 text: save it as such");
        } catch (IOException | IllegalArgumentException e) {
            throw new InvalidConfig("the config file can't be read: " + path + " ("
                    + (e instanceof IOException ? e.getClass().getSimpleName() : e.getMessage()) + ")");
        }
        ConfigFile file = new ConfigFile(path);
        properties.stringPropertyNames().stream().sorted().forEach(key -> file.learn(key, properties.getProperty(key)));
        return file;
    }

    /** An empty one, where there is no file. */
    static ConfigFile none(Path path) {
        return new ConfigFile(path);
    }

    private void learn(String key, String text) {
        int dot = key.indexOf('.');
        Setting setting = Setting.of(key.substring(dot + 1)).orElseThrow(() -> wrong(key, "is not known"));
        if (dot >= 0) {
            String profile = key.substring(0, dot);
            if (!profile.matches(NAME) || profile.equals(Config.NO_PROFILE)) {
                throw wrong(
                        key,
                        "has no name of a profile before the dot: that is 1 to 40 of a-z 0-9 _ - and not '"
                                + Config.NO_PROFILE + "'");
            }
            profiles.add(profile);
        }
        try {
            values.put(key, setting.meaning(text));
        } catch (IllegalArgumentException e) {
            throw new InvalidConfig(path + ": " + key + ": " + e.getMessage());
        }
    }

    private InvalidConfig wrong(String key, String why) {
        return new InvalidConfig(path + ": the key " + key + " " + why + ". Keys are " + Setting.keys()
                + ", for one profile with its name before it, such as work.server");
    }

    /** Complains if there is no such profile. */
    void mustHave(String profile) {
        if (!profiles.contains(profile)) {
            throw new InvalidConfig("there is no profile " + profile + " in " + path + ": "
                    + (profiles.isEmpty()
                            ? "write a line such as '" + profile + ".server = " + Setting.DEFAULT_SERVER + "' into it"
                            : "it has " + String.join(", ", profiles)));
        }
    }

    /**
     * The value of a setting in a profile, else that for all profiles, else the default.
     *
     * @param profile null for none
     */
    <T> T get(Class<T> type, String profile, Setting setting, T otherwise) {
        Object own = profile == null ? null : values.get(profile + "." + setting.key());
        Object value = own == null ? values.get(setting.key()) : own;
        return value == null ? otherwise : type.cast(value);
    }
}
