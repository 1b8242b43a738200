package chat262.launcher;

import chat262.launcher.common.StartupException;
import chat262.launcher.database.PostgreSql;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/**
 * What the user has asked for, by command line and environment.
 *
 * @param action what to do
 * @param settings the settings from options and environment; the others have their defaults
 * @param operands the values of the options that are no settings, by these options
 */
record ServerCommand(Action action, Map<Setting, String> settings, Map<String, String> operands) {
    /** What {@code chat-server.jar} can do. */
    enum Action {
        SERVE,
        MIGRATE,
        MOVE,
        NODES,
        PREPARE,
        HELP,
        VERSION
    }

    /** Reads the arguments, and the environment for the settings that have no option among them. */
    static ServerCommand of(List<String> arguments, Map<String, String> environment) throws StartupException {
        Action action = action(arguments);
        ParseResult parsed = parse(action, action == Action.SERVE ? arguments : arguments.subList(1, arguments.size()));
        if (parsed.isUsageHelpRequested()) {
            return new ServerCommand(Action.HELP, Map.of(), Map.of());
        } else if (parsed.isVersionHelpRequested()) {
            return new ServerCommand(Action.VERSION, Map.of(), Map.of());
        }
        refuseUnknown(parsed);
        Map<String, String> operands = new TreeMap<>();
        for (String option : CommandSyntax.operands(action)) {
            value(parsed, option).filter(text -> !text.isBlank()).ifPresent(text -> operands.put(option, text));
        }
        ServerCommand command = new ServerCommand(action, settings(parsed, environment), operands);
        command.refuseIncomplete();
        return command;
    }

    private void refuseIncomplete() throws StartupException {
        if (action == Action.MIGRATE && operands.isEmpty()) {
            throw StartupException.misused("migrate needs --to TAG, the version of the schema to go back to");
        }
        if (action == Action.MOVE) {
            if (operands.size() < 2) {
                throw StartupException.misused(
                        "move needs --from DIR, the data folder of a stopped server, and --to DATABASE, such as "
                                + PostgreSql.EXAMPLE);
            }
            if (PostgreSql.complaint(operand(CommandSyntax.TO)).isPresent()) {
                throw StartupException.misused("--to: the value is not a URL such as " + PostgreSql.EXAMPLE);
            }
        }
    }

    private static Action action(List<String> arguments) {
        return switch (arguments.isEmpty() ? "" : arguments.get(0)) {
            case "migrate" -> Action.MIGRATE;
            case "move" -> Action.MOVE;
            case "nodes" -> Action.NODES;
            case "prepare" -> Action.PREPARE;
            default -> Action.SERVE;
        };
    }

    /** The value of a setting, the default included. */
    String get(Setting setting) {
        return settings.getOrDefault(setting, setting.defaultValue());
    }

    /** The value of an option that is no setting, which the action needs. */
    String operand(String option) {
        return operands.get(option);
    }

    int number(Setting setting) {
        return Integer.parseInt(get(setting));
    }

    private static ParseResult parse(Action action, List<String> arguments) throws StartupException {
        try {
            return CommandSyntax.of(action).parseArgs(arguments.toArray(String[]::new));
        } catch (MissingParameterException e) {
            throw StartupException.misused(((OptionSpec) e.getMissing().get(0)).longestName() + " needs a value");
        } catch (ParameterException e) {
            throw StartupException.misused(e.getMessage());
        }
    }

    private static void refuseUnknown(ParseResult parsed) throws StartupException {
        if (!parsed.unmatched().isEmpty()) {
            String first = parsed.unmatched().get(0);
            String option = first.startsWith("--") ? first.split("=", 2)[0] : first;
            throw StartupException.misused("unknown option " + option + " (--help lists all)");
        }
    }

    private static Map<Setting, String> settings(ParseResult parsed, Map<String, String> environment)
            throws StartupException {
        Map<Setting, String> settings = new EnumMap<>(Setting.class);
        for (Setting setting : Setting.values()) {
            Optional<String> option = value(parsed, setting.option());
            String variable = environment.getOrDefault(setting.environment(), "");
            if (option.isPresent()) {
                settings.put(setting, setting.checked(option.get(), setting.option()));
            } else if (!variable.isEmpty()) { // a shell can't always unset a variable, but it can empty it
                settings.put(setting, setting.checked(variable, setting.environment()));
            }
        }
        return settings;
    }

    private static Optional<String> value(ParseResult parsed, String option) {
        return Optional.ofNullable(parsed.matchedOptionValue(option, null));
    }
}
