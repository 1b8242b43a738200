package chat262.cli;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The help of the prompt. */
final class Help {
    private static final int WIDTH = 79;
    private static final int HELP_AT = 35;

    private Help() {}

    /** All commands, or the one that was named. */
    static String of(List<Row> rows, Arguments arguments) {
        String command = arguments.get("COMMAND");
        if (command == null) {
            return rows.stream().map(row -> beside(usage(row), row.help())).collect(Collectors.joining("\n"));
        }
        String name = command.startsWith("/") ? command.substring(1) : command;
        return rows.stream()
                .filter(row -> row.name().equals(name) || row.aliases().contains(name))
                .map(Help::one)
                .findFirst()
                .orElseThrow(() -> arguments.wrong("there is no command " + command + "; 'help' lists them"));
    }

    /** The help to the right of the usage, broken between words. */
    private static String beside(String usage, String help) {
        StringBuilder text = new StringBuilder(String.format("%-" + HELP_AT + "s", usage));
        int column = usage.length() < HELP_AT ? HELP_AT : WIDTH;
        for (String word : help.split(" ")) {
            if (column + word.length() > WIDTH) {
                text.append('\n').append(" ".repeat(HELP_AT));
                column = HELP_AT;
            }
            text.append(word).append(' ');
            column += word.length() + 1;
        }
        return text.toString().stripTrailing();
    }

    private static String one(Row row) {
        return Stream.concat(
                        Stream.of(usage(row), "  " + row.help()),
                        row.options().stream().map(Help::option))
                .collect(Collectors.joining("\n"));
    }

    private static String option(Row.Option option) {
        String value = option.value() == null ? "" : " " + option.value();
        return String.format("  %-20s %s", option.name().replace(" ", ", ") + value, option.help());
    }

    private static String usage(Row row) {
        String names =
                Stream.concat(Stream.of(row.name()), row.aliases().stream()).collect(Collectors.joining("|"));
        return (names + " " + row.usage()).strip();
    }
}
