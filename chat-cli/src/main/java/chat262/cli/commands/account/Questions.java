package chat262.cli.commands.account;

import chat262.cli.commands.CommandContext;

/** Whether a question would be answered. */
final class Questions {
    private Questions() {}

    /** Whether there is a person at a terminal, or an interactive session that is typed to line by line. */
    static boolean canBeAsked(CommandContext context) {
        return context.session().isPresent() || context.screen().isTerminal();
    }
}
