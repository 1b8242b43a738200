package chat262.cli;

import java.util.List;
import picocli.AutoComplete;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;

/** What a command was given. */
final class Arguments {
    private final CommandSpec command;

    Arguments(CommandSpec command) {
        this.command = command;
    }

    /** A parameter by its label in the usage; null if it was left out. */
    String get(String label) {
        return positional(label).getValue();
    }

    /** A parameter of which there may be several; empty if it was left out. */
    List<String> all(String label) {
        List<String> values = positional(label).getValue();
        return values == null ? List.of() : List.copyOf(values);
    }

    /** A parameter of several words, such as the name of a group. */
    String words(String label) {
        return String.join(" ", all(label));
    }

    boolean has(String option) {
        return Boolean.TRUE.equals(command.findOption(option).getValue());
    }

    /** What an option was given; null if it was left out. */
    String option(String name) {
        return command.findOption(name).getValue();
    }

    /** The whole number of at least 1 that an option was given. */
    int number(String name, int otherwise) {
        String given = option(name);
        if (given == null) {
            return otherwise;
        }
        if (!given.matches("[1-9]\\d{0,6}")) {
            throw wrong(name + " wants a whole number of at least 1, not " + given);
        }
        return Integer.parseInt(given);
    }

    /** The seq that an option was given. */
    long seq(String name, long otherwise) {
        String given = option(name);
        if (given != null && !given.matches("\\d{1,18}")) {
            throw wrong(name + " wants a message's number, not " + given);
        }
        return given == null ? otherwise : Long.parseLong(given);
    }

    /** A script by which bash, and zsh after bashcompinit, complete everything that can be given. */
    String completionScript() {
        CommandSpec root = command.root();
        return AutoComplete.bash(root.name(), root.commandLine());
    }

    /** What was given makes no sense. */
    ParameterException wrong(String message) {
        return new ParameterException(command.commandLine(), message);
    }

    private PositionalParamSpec positional(String label) {
        return command.positionalParameters().stream()
                .filter(parameter -> parameter.paramLabel().equals(label))
                .findFirst()
                .orElseThrow();
    }
}
