package chat262.cli.commands;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with what was typed, in words that don't need to know how it is parsed. */
public final class Usage {
    private static final int MAX_SUGGESTIONS = 3;

    private Usage() {}

    /** What is wrong with the arguments of a command. */
    public static String of(ParameterException failure) {
        if (failure instanceof MissingParameterException missing
                && !missing.getMissing().isEmpty()) {
            return missing(missing.getMissing());
        }
        if (failure instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            return unmatched(
                    unmatched.getUnmatched().get(0), failure.getCommandLine().getCommandSpec());
        }
        return failure.getMessage();
    }

    private static String missing(List<ArgSpec> arguments) {
        if (arguments.get(0) instanceof OptionSpec option) {
            return option.longestName() + " needs " + option.paramLabel();
        }
        List<String> labels = arguments.stream().map(ArgSpec::paramLabel).toList();
        return String.join(" and ", labels) + (labels.size() == 1 ? " is missing" : " are missing");
    }

    private static String unmatched(String argument, CommandSpec command) {
        if (argument.startsWith("-") && argument.length() > 1) {
            return "there is no option " + argument;
        }
        if (!command.subcommands().isEmpty()) {
            String similar = similar(argument, command.subcommands().keySet());
            return "there is no command " + argument + (similar.isEmpty() ? "" : "; did you mean " + similar + "?");
        }
        return "'" + argument + "' is too much here; a name with blanks in it needs quotes";
    }

    /** The names that may have been meant, such as "history or help"; empty if none is close. */
    public static String similar(String typed, Collection<String> names) {
        int allowed = Math.max(1, typed.length() / 3);
        return names.stream()
                .filter(name -> distance(typed, name) <= allowed)
                .sorted()
                .limit(MAX_SUGGESTIONS)
                .collect(Collectors.joining(" or "));
    }

    /** How many characters have to be inserted, deleted or changed to make one word of the other (Levenshtein). */
    private static int distance(String one, String other) {
        List<Integer> row = new ArrayList<>();
        for (int j = 0; j <= other.length(); j++) {
            row.add(j);
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row.set(0, i);
            for (int j = 1; j <= other.length(); j++) {
                int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row.get(j);
                row.set(j, Math.min(changed, 1 + Math.min(diagonal, row.get(j - 1))));
            }
        }
        return row.get(other.length());
    }
}
