package chat262.cli.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat262.cli.config.Preferences.Bell;
import chat262.cli.config.Preferences.Quiet;
import chat262.cli.config.Preferences.Theme;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigTest {
    @TempDir
    Path home;

    private Path file;
    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void aHome() throws IOException {
        environment.put("XDG_CONFIG_HOME", home.toString());
        file = Files.createDirectories(home.resolve("chat")).resolve("config.properties");
    }

    @Test
    void withoutAFileTheDefaultsHold() {
        assertThat(config(null, null))
                .isEqualTo(new Config(null, URI.create("http://127.0.0.1:8080"), Preferences.DEFAULT, null));
    }

    @Test
    void aRelativeConfigHomeIsIgnored() {
        assertThat(ConfigFile.usual(Map.of("XDG_CONFIG_HOME", "relative", "HOME", "/home/ann")))
                .isEqualTo(Path.of("/home/ann/.config/chat/config.properties"));
    }

    @Test
    void anOptionGoesBeforeTheEnvironmentThatBeforeTheProfileAndThatBeforeTheRest() throws IOException {
        write("server = http://all", "work.server = https://work");
        assertThat(config(null, null).server()).isEqualTo(URI.create("http://all"));
        assertThat(config(null, "work").server()).isEqualTo(URI.create("https://work"));
        environment.put("CHAT_SERVER", "http://variable");
        assertThat(config(null, "work").server()).isEqualTo(URI.create("http://variable"));
        assertThat(config("http://option", "work").server()).isEqualTo(URI.create("http://option"));
    }

    @ParameterizedTest
    @CsvSource({
        "http://host:8080/, http://host:8080",
        "HTTP://Host:80, http://host",
        "https://host:443/Chat/, https://host/Chat",
        "http://[::1]:8080//, http://[::1]:8080"
    })
    void oneServerHasOneAddressHoweverItIsWritten(String written, String address) {
        assertThat(config(written, null).server()).isEqualTo(URI.create(address));
    }

    @Test
    void theEnvironmentMayNameTheProfileAndAnOptionAnotherOrNone() throws IOException {
        write("work.theme = light", "home.theme = none");
        environment.put("CHAT_PROFILE", "work");
        assertThat(config(null, null).profile()).isEqualTo("work");
        assertThat(config(null, "home").profile()).isEqualTo("home");
        assertThat(config(null, "default").profile()).isNull();
    }

    @Test
    void aProfileHasTheSettingsForEverybodyWhereItHasNoneOfItsOwn() throws IOException {
        write(
                "theme = light",
                "bell = all",
                "notify-command = notify-send chat",
                "work.bell=direct",
                "quiet.bell: none");
        write("quiet.notify-command =");
        assertThat(config(null, null).preferences()).isEqualTo(looks("notify-send chat", Bell.ALL));
        assertThat(config(null, "work").preferences()).isEqualTo(looks("notify-send chat", Bell.DIRECT));
        assertThat(config(null, "quiet").preferences()).isEqualTo(looks("", Bell.NONE));
    }

    private static Preferences looks(String command, Bell bell) {
        return new Preferences(Theme.LIGHT, command, bell, Quiet.NEVER, Map.of());
    }

    @Test
    void quietTimesAndOwnNamesForCommandsAreUnderstood() throws IOException {
        write("quiet = 22:00 - 07:00", "aliases = j = join; ops = join 'ops team';");
        Preferences preferences = config(null, null).preferences();
        assertThat(preferences.quiet()).isEqualTo(new Quiet(LocalTime.of(22, 0), LocalTime.of(7, 0)));
        assertThat(preferences.aliases()).isEqualTo(Map.of("j", "join", "ops", "join 'ops team'"));
        write("quiet = off", "bell = off", "notify-command = off");
        Preferences off = config(null, null).preferences();
        assertThat(List.of(off.quiet(), off.bell(), off.notifyCommand()))
                .isEqualTo(List.of(Quiet.NEVER, Bell.NONE, ""));
        refuses("quiet = at night", "quiet: say two times such as 22:00-07:00, or off, not: at night");
        refuses("aliases = join", "aliases: say NAME = COMMAND; NAME = COMMAND, not: join");
    }

    @Test
    void aCommandThatTellsOfMessagesCanBeGivenAsAnOption() throws IOException {
        write("notify-command = from the file");
        Config.Options options = new Config.Options(null, null, null, null, "from the option");
        assertThat(Config.of(options, environment).preferences().notifyCommand())
                .isEqualTo("from the option");
        assertThat(config(null, null).preferences().notifyCommand()).isEqualTo("from the file");
    }

    @Test
    void colourFollowsTheOptionElseTheEnvironment() {
        assertThat(theme("never")).isEqualTo(Theme.NONE);
        environment.put("NO_COLOR", "1");
        assertThat(theme(null)).isEqualTo(Theme.NONE);
        assertThat(theme("always")).isEqualTo(Theme.DARK);
        assertThatThrownBy(() -> theme("maybe")).hasMessage("--color is auto, always or never, not: maybe");
    }

    private Theme theme(String color) {
        return Config.of(new Config.Options(null, null, null, color, null), environment)
                .preferences()
                .theme();
    }

    @Test
    void whatMakesNoSenseIsToldWithTheFileAndTheKey() throws IOException {
        refuses(
                "thme = dark",
                "the key thme is not known. Keys are server, theme, notify-command, bell, quiet, aliases,");
        refuses("work.thme = dark", "the key work.thme is not known");
        refuses("theme = pink", "theme: say dark, light, none, not: pink");
        refuses("work.bell =", "work.bell: say all, direct, none, not: ");
        refuses("server = example.org", "server: not a server's URL, such as http://127.0.0.1:8080: example.org");
        refuses("My_Work.theme = dark", "the key My_Work.theme has no name of a profile before the dot");
        refuses("../x.theme = dark", "the key ../x.theme is not known");
        refuses("default.theme = dark", "the key default.theme has no name of a profile");
        refuses("theme = \\u12", "can't be read");
    }

    @Test
    void anUnknownProfileIsToldWithThoseThatThereAre() throws IOException {
        assertThatThrownBy(() -> config(null, "work"))
                .isInstanceOf(InvalidConfig.class)
                .hasMessageContaining("there is no profile work in " + file + ": write a line such as");
        write("work.theme = dark", "home.theme = dark");
        assertThatThrownBy(() -> config(null, "wrok")).hasMessageContaining("it has home, work");
    }

    @Test
    void aFileThatWasNamedMustBeThereAndBeText() throws IOException {
        Path other = home.resolve("other");
        Config.Options options = new Config.Options(null, null, other, null, null);
        assertThatThrownBy(() -> Config.of(options, environment)).hasMessageContaining("can't be read: " + other);
        Files.write(other, new byte[] {'t', (byte) 0xE9});
        assertThatThrownBy(() -> Config.of(options, environment)).hasMessageContaining(other + " is not UTF-8 text");
        Files.writeString(other, "server = http://other");
        assertThat(Config.of(options, environment).server()).isEqualTo(URI.create("http://other"));
    }

    private void refuses(String line, String message) throws IOException {
        Files.deleteIfExists(file);
        write(line);
        assertThatThrownBy(() -> config(null, null))
                .isInstanceOf(InvalidConfig.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining(message);
    }

    private Config config(String server, String profile) {
        return Config.of(new Config.Options(server, profile, null, null, null), environment);
    }

    private void write(String... lines) throws IOException {
        String before = Files.exists(file) ? Files.readString(file) : "";
        Files.writeString(file, before + String.join("\n", lines) + "\n", StandardCharsets.UTF_8);
    }
}
