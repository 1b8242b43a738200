package chat262.cli.interactive;

/**
 * What became of the commands of a script, which can't look at the screen: where input is no terminal, a command that fails is
 * a failure of the run, and the text for a chat that could not be opened goes nowhere.
 */
final class ScriptedInput {
    private final boolean scripted;
    private int failure;
    private boolean unopened;

    ScriptedInput(boolean scripted) {
        this.scripted = scripted;
    }

    /** A command has ended with an exit code. */
    void ran(boolean opensRoom, int exitCode) {
        if (scripted) {
            failure = failure == 0 ? exitCode : failure;
            unopened = opensRoom ? exitCode != 0 : unopened;
        }
    }

    /** Whether a line is text for a chat that could not be opened; {@code :q} leaves it, and a slash begins a command. */
    boolean isForUnopened(String line) {
        if (!unopened) {
            return false;
        }
        if (line.strip().equals(":q")) {
            unopened = false;
            return false;
        }
        return !line.startsWith("/") || line.startsWith("//");
    }

    /** The exit code of the first command that failed; 0 if none did. */
    int failure() {
        return failure;
    }
}
