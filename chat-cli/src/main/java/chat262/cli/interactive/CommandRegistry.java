package chat262.cli.interactive;

import java.util.List;

/** The commands that a person may type. */
public interface CommandRegistry {
    /**
     * Carries a line out, without a slash at its start; errors are told on the screen.
     *
     * @return 0, or the exit code of the failure
     */
    int run(String line);

    /** Whether a line is a command that opens the view of a room, if it succeeds. */
    boolean opensRoom(String line);

    /** Their names, for completion. */
    List<String> names();

    /** Whether there is a command of this name. */
    default boolean has(String name) {
        return names().contains(name);
    }

    /** What a command takes at a place, by its label in the usage ({@code NAME}, {@code GROUP}, {@code ROOM}); "" for nothing. */
    String takes(String command, int place);

    /** The options of a command. */
    List<String> options(String command);
}
