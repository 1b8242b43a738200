package chat262.cli.commands.script;

import chat262.api.Message;
import chat262.cli.screen.Entries;
import chat262.cli.screen.Screen;
import chat262.cli.store.KnownRoom;
import chat262.cli.store.Login;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Where {@link Tail} hands an entry: standard output, or a command of the user's. */
final class TailOutput {
    private static final long FIRST_PAUSE_NANOS = 10_000;
    private static final long LAST_PAUSE_NANOS = 5_000_000;

    private final Screen screen;
    private final TailOptions options;
    private final Login login;

    TailOutput(Screen screen, TailOptions options, Login login) {
        this.screen = screen;
        this.options = options;
        this.login = login;
    }

    /**
     * Prints an entry. If that acknowledges it, waits until it was taken out of the pipe: what is still in there when its
     * reader ends is gone.
     *
     * @param ended whether to wait no longer
     * @return whether it was taken
     */
    boolean print(KnownRoom room, Message message, BooleanSupplier ended) throws IOException, InterruptedException {
        screen.print(options.json() ? Entries.json(room, message) : Entries.plain(room, message, login.username()));
        long pause = FIRST_PAUSE_NANOS;
        while (options.acknowledges() && !screen.isTaken()) {
            if (ended.getAsBoolean()) {
                return false;
            }
            TimeUnit.NANOSECONDS.sleep(pause);
            pause = Math.min(2 * pause, LAST_PAUSE_NANOS);
        }
        return true;
    }

    /** Runs the command with an entry; returns whether it has succeeded. */
    boolean pass(KnownRoom room, Message message) throws IOException, InterruptedException {
        String text = options.json() ? Entries.json(room, message) : Entries.body(message, login.username());
        int exitCode = new ShellCommand(options.command(), login.epoch()).run(room, message.seq(), text);
        if (exitCode != 0) {
            screen.say("! '" + options.command() + "' ended with " + exitCode + " for " + message.seq() + " of "
                    + room.address() + ", which is not acknowledged");
        }
        return exitCode == 0;
    }
}
