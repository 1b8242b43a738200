package chat262.launcher;

import chat262.launcher.common.StartupException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * What the user has asked for, by command line and environment.
 *
 * @param action what to do
 * @param settings the settings from options and environment; the others have their defaults
 * @param migrateTo the tag of the schema to go back to, for {@link Action#MIGRATE} only
 */
record ServerCommand(Action action, Map<Setting, String> settings, Optional<String> migrateTo) {
    /** What {@code chat-server.jar} can do. */
    enum Action {
        SERVE,
        MIGRATE,
        PREPARE,
        HELP,
        VERSION
    }

    /** Reads the arguments, and the environment for the settings that have no option among them. */
    static ServerCommand of(List<String> arguments, Map<String, String> environment) throws StartupException {
        ParseResult server = parse(arguments);
        ParseResult command = server.hasSubcommand() ? server.subcommand() : server;
        if (server.isUsageHelpRequested() || command.isUsageHelpRequested()) {
            return new ServerCommand(Action.HELP, Map.of(), Optional.empty());
        } else if (server.isVersionHelpRequested() || command.isVersionHelpRequested()) {
            return new ServerCommand(Action.VERSION, Map.of(), Optional.empty());
        }
        refuseUnknown(server, command);
        Action action = CommandSyntax.actionOf(command.commandSpec());
        Optional<String> migrateTo = value(command, CommandSyntax.TO);
        Map<Setting, String> settings = settings(command, environment);
        if (action == Action.MIGRATE && migrateTo.filter(tag -> !tag.isBlank()).isEmpty()) {
            throw StartupException.misused("migrate needs --to TAG, the version of the schema to go back to");
        }
        return new ServerCommand(action, settings, migrateTo);
    }

    /** The value of a setting, the default included. */
    String get(Setting setting) {
        return settings.getOrDefault(setting, setting.defaultValue());
    }

    int number(Setting setting) {
        return Integer.parseInt(get(setting));
    }

    private static ParseResult parse(List<String> arguments) throws StartupException {
        try {
            return CommandSyntax.commandLine().parseArgs(arguments.toArray(String[]::new));
        } catch (MissingParameterException e) {
            throw StartupException.misused(((OptionSpec) e.getMissing().get(0)).longestName() + " needs a value");
        } catch (ParameterException e) {
            throw StartupException.misused(e.getMessage());
        }
    }

    private static void refuseUnknown(ParseResult server, ParseResult command) throws StartupException {
        List<String> unknown = new ArrayList<>(server.unmatched());
        if (command != server && !server.matchedOptions().isEmpty()) {
            unknown.add(command.commandSpec().name()); // the options of a subcommand stand behind it
        }
        unknown.addAll(command.unmatched());
        if (!unknown.isEmpty()) {
            String first = unknown.get(0);
            String option = first.startsWith("--") ? first.split("=", 2)[0] : first;
            throw StartupException.misused("unknown option " + option + " (--help lists all)");
        }
    }

    private static Map<Setting, String> settings(ParseResult command, Map<String, String> environment)
            throws StartupException {
        Map<Setting, String> settings = new EnumMap<>(Setting.class);
        for (Setting setting : Setting.values()) {
            Optional<String> option = value(command, setting.option());
            String variable = environment.getOrDefault(setting.environment(), "");
            if (option.isPresent()) {
                settings.put(setting, setting.checked(option.get(), setting.option()));
            } else if (!variable.isEmpty()) { // a shell can't always unset a variable, but it can empty it
                settings.put(setting, setting.checked(variable, setting.environment()));
            }
        }
        return settings;
    }

    private static Optional<String> value(ParseResult command, String option) {
        return Optional.ofNullable(command.matchedOptionValue(option, null));
    }
}
