package chat262.cli.commands.script;

import chat262.cli.commands.ExitCode;
import chat262.cli.screen.Screen;
import java.io.IOException;

/** What {@link Doctor} finds, line by line. */
final class Findings {
    private final Screen screen;
    private int exitCode = ExitCode.OK;

    Findings(Screen screen) {
        this.screen = screen;
    }

    /** As it should be. */
    void well(String what) throws IOException {
        screen.print("ok  " + what);
    }

    /** Neither well nor wrong: it can't be told. */
    void note(String what) throws IOException {
        screen.print("--  " + what);
    }

    /** Not as it should be, with what to do about it. */
    void wrong(String what, int code) throws IOException {
        screen.print("!!  " + what);
        exitCode = exitCode == ExitCode.OK ? code : exitCode;
    }

    /** An {@link ExitCode}: of what was found wrong first. */
    int exitCode() {
        return exitCode;
    }
}
