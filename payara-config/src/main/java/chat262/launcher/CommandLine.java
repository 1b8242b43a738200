package chat262.launcher;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the server was asked to do.
 *
 * @param verb what to do
 * @param settings what was said by option or environment; the others have their defaults
 * @param migrateTo the tag of the schema to go back to, for {@link Verb#MIGRATE} only
 */
record CommandLine(Verb verb, Map<Setting, String> settings, Optional<String> migrateTo) {
    /** What {@code chat-server.jar} can do. */
    enum Verb {
        SERVE,
        MIGRATE,
        PREPARE,
        HELP,
        VERSION
    }

    /** Reads the arguments, and the environment for the settings that have no option among them. */
    static CommandLine of(List<String> arguments, Map<String, String> environment) throws CannotStart {
        Deque<String> rest = new ArrayDeque<>(arguments);
        Verb verb = Verb.SERVE;
        if ("migrate".equals(rest.peek())) {
            rest.pop();
            verb = Verb.MIGRATE;
        } else if ("prepare".equals(rest.peek())) {
            rest.pop();
            verb = Verb.PREPARE;
        }
        Map<Setting, String> settings = new EnumMap<>(Setting.class);
        Optional<String> migrateTo = Optional.empty();
        while (!rest.isEmpty()) {
            String option = splitAtEquals(rest);
            if (option.equals("--help") || option.equals("-h")) {
                return new CommandLine(Verb.HELP, settings, migrateTo);
            } else if (option.equals("--version")) {
                return new CommandLine(Verb.VERSION, settings, migrateTo);
            } else if (verb == Verb.MIGRATE && option.equals("--to")) {
                migrateTo = Optional.of(valueOf(option, rest));
            } else {
                Setting setting = Setting.ofOption(option)
                        .orElseThrow(() -> CannotStart.misused("unknown option " + option + " (--help lists all)"));
                settings.put(setting, setting.checked(valueOf(option, rest), option));
            }
        }
        if (verb == Verb.MIGRATE && migrateTo.filter(tag -> !tag.isBlank()).isEmpty()) {
            throw CannotStart.misused("migrate needs --to TAG, the version of the schema to go back to");
        }
        addEnvironment(settings, environment);
        return new CommandLine(verb, settings, migrateTo);
    }

    /** The value of a setting, the default included. */
    String get(Setting setting) {
        return settings.getOrDefault(setting, setting.standard());
    }

    int number(Setting setting) {
        return Integer.parseInt(get(setting));
    }

    private static String splitAtEquals(Deque<String> rest) {
        String argument = rest.pop();
        int equals = argument.indexOf('=');
        if (!argument.startsWith("--") || equals < 0) {
            return argument;
        }
        rest.push(argument.substring(equals + 1));
        return argument.substring(0, equals);
    }

    private static String valueOf(String option, Deque<String> rest) throws CannotStart {
        if (rest.isEmpty()) {
            throw CannotStart.misused(option + " needs a value");
        }
        return rest.pop();
    }

    private static void addEnvironment(Map<Setting, String> settings, Map<String, String> environment)
            throws CannotStart {
        for (Setting setting : Setting.values()) {
            String value = environment.getOrDefault(setting.environment(), "");
            // An empty variable is how a shell says "not set".
            if (!settings.containsKey(setting) && !value.isEmpty()) {
                settings.put(setting, setting.checked(value, setting.environment()));
            }
        }
    }
}
