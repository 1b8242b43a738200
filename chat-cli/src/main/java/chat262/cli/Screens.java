package chat262.cli;

import chat262.cli.config.Preferences;
import chat262.cli.screen.PlainScreen;
import chat262.cli.screen.Screen;
import chat262.cli.screen.Terminals;
import chat262.cli.terminal.TerminalScreen;
import java.io.IOException;

/** The screen of a run: plain lines for one-shot commands and pipes, a terminal for an interactive session. */
final class Screens {
    private final boolean training;
    private PlainScreen plain;

    Screens() {
        this(false);
    }

    /** @param training whether to use the terminal also where input or output is none */
    Screens(boolean training) {
        this.training = training;
    }

    Screen plain() {
        if (plain == null) {
            plain = new PlainScreen();
        }
        return plain;
    }

    Screen interactive(Preferences preferences) throws IOException {
        return training || Terminals.isInteractive() ? new TerminalScreen(preferences.theme()) : plain();
    }
}
