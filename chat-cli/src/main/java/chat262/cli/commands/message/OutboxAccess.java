package chat262.cli.commands.message;

import chat262.cli.commands.ClientCommand;
import chat262.cli.commands.CommandContext;
import chat262.cli.commands.ExitCode;
import chat262.cli.screen.Entries;
import chat262.cli.store.Outbox;
import chat262.cli.store.OutboxEntry;
import java.io.IOException;
import java.util.List;

/** What the commands about waiting messages have in common: the outbox, and which message a number means. */
abstract class OutboxAccess extends ClientCommand {
    OutboxAccess(CommandContext context) {
        super(context);
    }

    @Override
    protected final boolean flushesOutbox() {
        return false; // it would be sent before it can be looked at or taken back
    }

    final Outbox outbox() throws IOException {
        if (context().session().isPresent()) {
            return context().session().get().device().outbox();
        }
        Outbox outbox = Outbox.open(client().state(), client().login());
        outbox.takeDamage().map(Entries::damaged).ifPresent(screen()::say);
        return outbox;
    }

    /** The message of a number that waits; without one the last that was written. */
    final OutboxEntry waiting(Outbox outbox, String number) {
        List<OutboxEntry> waiting = outbox.waiting();
        if (waiting.isEmpty()) {
            throw wrong("no message waits to be sent");
        }
        if (number == null) {
            return waiting.get(waiting.size() - 1);
        }
        long wanted = number("N", number, 0);
        return waiting.stream()
                .filter(entry -> outbox.number(entry.key()) == wanted)
                .findFirst()
                .orElseThrow(() -> wrong("no message " + number + " waits to be sent; 'outbox' lists them"));
    }

    /** Gives a message up; returns an {@link ExitCode}. */
    final int drop(Outbox outbox, OutboxEntry entry, boolean evenIfSent) throws IOException {
        if (!outbox.drop(entry.key(), evenIfSent)) {
            return tooLate(
                    outbox,
                    entry,
                    "given up",
                    "; 'drop " + outbox.number(entry.key())
                            + " --even-if-sent' gives it up all the same, and it may then stand in the chat");
        }
        changed();
        boolean unattempted = outbox.find(entry.key()).orElseThrow().isUnattempted();
        screen().say("-- given up: " + entry.to() + "  " + entry.body()
                + (unattempted ? "" : " (it may have been stored: sending it was begun)"));
        return ExitCode.OK;
    }

    /** Says why a message can't be changed any more. */
    final int tooLate(Outbox outbox, OutboxEntry entry, String what, String advice) {
        boolean waits = outbox.find(entry.key()).orElseThrow().isWaiting();
        screen().say("! not " + what + ": "
                + (waits
                        ? "sending it was begun, so the server may have stored it" + advice
                        : "it is stored, refused or given up already")
                + ": " + entry.body());
        return ExitCode.TROUBLE;
    }

    /** Lets the session go on with what waits now. */
    final void changed() {
        context().session().ifPresent(session -> session.device().outboxChanged());
    }
}
