package chat262.cli;

import chat262.cli.store.Stored;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Loads, beside the start, what will be needed soon: loading is most of what a person waits for at the first prompt. */
final class HeadStart {
    private HeadStart() {}

    /** @param console whether the console is about to open, which takes the terminal before the commands */
    static void begin(boolean console) {
        Thread thread = new Thread(() -> load(console), "head start");
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
