package chat262.cli.console;

import java.util.List;

/** The commands that a person may type. */
public interface Commands {
    /** Carries a command out; what goes wrong is said on the screen. */
    void run(List<String> words);

    /** Their names, for completion. */
    List<String> names();
}
