package chat262.launcher;

import chat262.api.server.ServerProperties;
import chat262.launcher.common.StartupException;
import chat262.launcher.database.Database;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The settings of the server. Each has three names, which follow from one another: the system property
 * {@code chat.some.thing}, the option {@code --some-thing} and the environment variable {@code CHAT_SOME_THING}.
 */
enum Setting {
    PORT("chat.port", "N", "8080", wholeNumber(1, 65_535), "port to listen on"),
    BIND(
            "chat.bind",
            "ADDRESS",
            "127.0.0.1",
            Setting::address,
            "address to listen on; 0.0.0.0 opens the server to the network. It speaks plain HTTP,",
            "so put a proxy with TLS in front before passwords travel through it"),
    DATA("chat.data", "DIR", "./chat-data", Setting::folder, "folder of the database and the logs, made if missing"),
    RUNTIME(
            "chat.runtime",
            "DIR",
            "",
            Setting::folder,
            "folder of the unpacked libraries, kept from start to start; \"runtime\" in the data folder",
            "by default"),
    DB(
            "chat.db",
            "DATABASE",
            Database.EMBEDDED,
            Database::complaint,
            "\"derby\" for the embedded one in the data folder, or",
            "postgresql://USER[:PASSWORD]@HOST[:PORT]/DATABASE[?PARAMETERS]"),
    DB_PASSWORD(
            Database.PASSWORD_PROPERTY,
            "PASSWORD",
            "",
            value -> Optional.empty(),
            "password for PostgreSQL; unlike an option, a variable is not shown in the list of processes"),
    WAKE_UP(
            ServerProperties.WAKE_UP,
            "HOW",
            ServerProperties.NOTIFY,
            oneOf(ServerProperties.NOTIFY, ServerProperties.SWEEP),
            "how servers on one PostgreSQL learn what the others have stored: \"notify\" by LISTEN and NOTIFY,",
            "\"sweep\" by looking every second, for databases that have no LISTEN"),
    PASSWORD_ITERATIONS(
            ServerProperties.PASSWORD_ITERATIONS,
            "N",
            "210000",
            wholeNumber(1_024, 100_000_000),
            "rounds of PBKDF2-HMAC-SHA512 for a new password"),
    SESSIONS_PER_ACCOUNT(
            ServerProperties.SESSIONS_PER_ACCOUNT,
            "N",
            "1",
            wholeNumber(1, 1_000),
            "devices that may be logged in at a time"),
    FAILED_LOGINS_PER_MINUTE(
            ServerProperties.FAILED_LOGINS_PER_MINUTE,
            "N",
            "60",
            wholeNumber(1, 1_000_000),
            "wrong passwords per address, and per username, until logins must wait"),
    REGISTRATION(
            ServerProperties.REGISTRATION,
            "WHO",
            "open",
            oneOf("open", "closed"),
            "\"open\": everybody who reaches the server can create an account; \"closed\": only members can,",
            "for others"),
    SENDS_PER_SECOND(
            ServerProperties.SENDS_PER_SECOND,
            "N",
            "0",
            wholeNumber(0, 1_000_000),
            "messages per account and second; 0 is no limit"),
    RESTORED(
            ServerProperties.RESTORED,
            "TAG",
            "",
            Setting::tag,
            "say that the data come from a backup, with a word that was not used for that before:",
            "the first start with it begins a new history, for clients to notice, and ends all sessions"),
    START_TIMEOUT(
            "chat.start.timeout",
            "SECONDS",
            "120",
            wholeNumber(5, 86_400),
            "give up when the server is not ready by then");

    /** Checks a value. */
    private interface Check {
        /** What is wrong with a value; empty if nothing is. */
        Optional<String> complaint(String value);
    }

    private final String property;
    private final String placeholder;
    private final String defaultValue;
    private final Check check;
    private final String[] help;

    Setting(String property, String placeholder, String defaultValue, Check check, String... help) {
        this.property = property;
        this.placeholder = placeholder;
        this.defaultValue = defaultValue;
        this.check = check;
        this.help = help;
    }

    String property() {
        return property;
    }

    String option() {
        return "--" + property.substring("chat.".length()).replace('.', '-');
    }

    String environment() {
        return property.replace('.', '_').toUpperCase(Locale.ROOT);
    }

    String defaultValue() {
        return defaultValue;
    }

    /** Its lines in the text of {@code --help}: the option, and below it what it means. */
    String help() {
        return "  %s %s\n      %s\n      [%s, default %s]"
                .formatted(option(), placeholder, String.join("\n      ", help), environment(), defaultValue);
    }

    /** Whether its value must never be printed or logged. */
    boolean isSecret() {
        return this == DB || this == DB_PASSWORD;
    }

    /** Returns the value if it is valid; {@code source} is the option or variable that it comes from. */
    String checked(String value, String source) throws StartupException {
        Optional<String> complaint = check.complaint(value);
        if (complaint.isPresent()) {
            String shown = isSecret() ? "the value" : "\"" + value + "\"";
            throw StartupException.misused("%s: %s %s".formatted(source, shown, complaint.get()));
        }
        return value;
    }

    private static Check wholeNumber(int least, int most) {
        return value -> {
            boolean fits =
                    value.matches("[0-9]{1,9}") && Integer.parseInt(value) >= least && Integer.parseInt(value) <= most;
            return fits ? Optional.empty() : Optional.of("is not a whole number from " + least + " to " + most);
        };
    }

    private static Check oneOf(String... words) {
        return value -> List.of(words).contains(value)
                ? Optional.empty()
                : Optional.of("is not one of: " + String.join(", ", words));
    }

    private static Optional<String> address(String value) {
        try {
            return InetAddress.getByName(value) == null ? Optional.of("is no address") : Optional.empty();
        } catch (UnknownHostException e) {
            return Optional.of("is not an address of this machine, such as 127.0.0.1 or 0.0.0.0");
        }
    }

    private static Optional<String> tag(String value) {
        return value.matches("[A-Za-z0-9._-]{1,40}")
                ? Optional.empty()
                : Optional.of("is not a word of up to 40 letters, digits, dots, underscores and hyphens");
    }

    private static Optional<String> folder(String value) {
        return value.isBlank() ? Optional.of("is not a folder") : Optional.empty();
    }
}
