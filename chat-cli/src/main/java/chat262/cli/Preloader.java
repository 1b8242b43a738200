package chat262.cli;

import chat262.cli.store.Stored;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Loads in the background the classes that will be needed soon: loading them is most of the time until the first prompt. */
final class Preloader {
    private Preloader() {}

    /** @param console whether the interactive console is about to open, which takes the terminal before the commands */
    static void begin(boolean console) {
        Thread thread = new Thread(() -> load(console), "preloader");
        thread.setDaemon(true);
        thread.start();
    }

    private static void load(boolean console) {
        if (console) {
            new CommandLine(CommandSpec.create());
        }
        Stored.prepare();
    }
}
