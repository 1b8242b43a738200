package chat262.cli.commands.prompt;

import chat262.cli.commands.ClientCommand;
import chat262.cli.commands.CommandContext;
import chat262.cli.interactive.InteractiveSession;
import java.io.IOException;

/** A command that only makes sense in an interactive session. */
abstract class SessionCommand extends ClientCommand {
    SessionCommand(CommandContext context) {
        super(context);
    }

    final InteractiveSession session() {
        return context().session().orElseThrow();
    }

    /** Opens the view of the room that a name means: its sign says what it is or, without one, the sign that is usual here. */
    final void open(String name, String usualSign) throws IOException {
        boolean signed = name.startsWith("@") || name.startsWith("#");
        String title = signed ? name.substring(1) : name;
        if ((signed ? name : usualSign).startsWith("#")) {
            session().chatGroup(title);
        } else {
            session().chat(title);
        }
    }
}
