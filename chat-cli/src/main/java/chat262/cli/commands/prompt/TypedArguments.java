package chat262.cli.commands.prompt;

import chat262.cli.commands.CommandLines;
import chat262.cli.interactive.Words;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What was typed behind a command, as arguments: words, and a text as it stands, with its quotes and blanks. */
final class TypedArguments {
    private static final String END_OF_OPTIONS = "--";

    private final CommandSpec command;
    private final Words typed;
    private final List<String> arguments = new ArrayList<>();

    private TypedArguments(CommandSpec command, Words typed) {
        this.command = command;
        this.typed = typed;
    }

    static List<String> of(CommandSpec command, Words typed) {
        TypedArguments all = new TypedArguments(command, typed);
        CommandLines.placeOfText(command).ifPresentOrElse(all::takeWithText, () -> all.arguments.addAll(typed.all()));
        return all.arguments;
    }

    private void takeWithText(int wordsBefore) {
        boolean options = true;
        for (int left = wordsBefore; left > 0 && typed.hasNext(); ) {
            String word = typed.next();
            arguments.add(word);
            if (options && word.startsWith("-") && word.length() > 1) {
                options = !word.equals(END_OF_OPTIONS);
                takeValueOf(word);
            } else {
                left--;
            }
        }
        String text = typed.rest();
        if (!text.isEmpty()) {
            if (wordsBefore == 0) {
                arguments.add(END_OF_OPTIONS);
            }
            arguments.add(text);
        }
    }

    private void takeValueOf(String option) {
        OptionSpec known = command.findOption(option);
        if (known != null && known.arity().max() > 0 && typed.hasNext()) {
            arguments.add(typed.next());
        }
    }
}
