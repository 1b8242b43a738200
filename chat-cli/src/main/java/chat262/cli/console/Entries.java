package chat262.cli.console;

import chat262.api.Message;
import java.io.IOException;
import java.util.List;

/** Entries of a room outside a view. */
public final class Entries {
    private Entries() {}

    /** Shows entries as a view would; they don't count as shown by it. */
    public static void show(Screen screen, List<Message> messages, String me) throws IOException {
        screen.show(messages.stream().map(message -> Line.of(message, me)).toList());
    }
}
