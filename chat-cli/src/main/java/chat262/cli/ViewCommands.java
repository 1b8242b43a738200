package chat262.cli;

import chat262.cli.console.Console;
import java.io.IOException;

/** What only makes sense in an open console. */
final class ViewCommands {
    private final Console console;

    ViewCommands(Console console) {
        this.console = console;
    }

    void chat(Arguments arguments) throws IOException {
        String name = arguments.get("NAME");
        console.chat(name.startsWith("@") ? name.substring(1) : name);
    }

    void chatGroup(Arguments arguments) throws IOException {
        String name = arguments.words("GROUP");
        console.chatGroup(name.startsWith("#") ? name.substring(1) : name);
    }
}
