package chat262.cli;

import chat262.cli.console.PlainScreen;
import chat262.cli.console.Preferences;
import chat262.cli.console.Screen;
import chat262.cli.console.Terminals;
import chat262.cli.terminal.TerminalScreen;
import java.io.IOException;

/** The one screen of a run: lines for single commands and pipes, a terminal for a person. */
final class Screens {
    private final boolean rehearsing;
    private PlainScreen plain;

    Screens() {
        this(false);
    }

    /** @param rehearsing whether to do as if somebody sat there */
    Screens(boolean rehearsing) {
        this.rehearsing = rehearsing;
    }

    Screen plain() {
        if (plain == null) {
            plain = new PlainScreen();
        }
        return plain;
    }

    Screen interactive(Preferences preferences) throws IOException {
        return rehearsing || Terminals.isInteractive() ? new TerminalScreen(preferences.theme()) : plain();
    }
}
