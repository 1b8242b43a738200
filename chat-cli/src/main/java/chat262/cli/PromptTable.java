package chat262.cli;

import chat262.cli.console.Client;
import chat262.cli.console.Console;
import java.util.ArrayList;
import java.util.List;

/** The commands of an open console: those of the command line, and those that need a view. */
final class PromptTable {
    private PromptTable() {}

    /** The rows for the prompt. */
    static List<Row> rows(Client client, Console console) {
        List<Row> rows = new ArrayList<>(views(new ViewCommands(client, console)));
        rows.addAll(CommandTable.rows(() -> client, client.screen(), console));
        rows.addAll(wishes(new WishCommands(client)));
        rows.add(Row.doing(
                "help h ?",
                "[COMMAND]",
                "List the commands, or explain one.",
                arguments -> client.screen().print(Help.of(rows, arguments))));
        rows.add(Row.doing("exit quit", "", "Leave the console.", arguments -> console.end()));
        return rows;
    }

    private static List<Row> wishes(WishCommands does) {
        return List.of(
                Row.doing(
                        "set",
                        "[KEY] [VALUE...]",
                        "List theme, bell, quiet and notify-command, or change one until the console ends.",
                        does::set),
                Row.doing(
                        "alias",
                        "[NAME] [COMMAND...]",
                        "List your own names for commands, or give one until the console ends; without COMMAND take it"
                                + " back.",
                        does::alias));
    }

    private static List<Row> views(ViewCommands does) {
        return List.of(
                Row.doing("chat c query", "NAME", "Chat with somebody. :q leaves; //text sends /text.", does::chat),
                Row.doing(
                        "chatgroup cg join",
                        "GROUP...",
                        "Chat in a group that you are in. :q leaves.",
                        does::chatGroup),
                Row.doing("next n", "", "Go to the room whose news has waited longest (Alt+A).", does::next),
                Row.doing("room", "[NUMBER]", "Go to a room by its number (Alt+1 to Alt+0), or list them.", does::room),
                Row.doing("me", "TEXT...", "Say in the open chat what you do: '* ann waves'.", does::me),
                Row.doing(
                        "search lastlog",
                        "TEXT...",
                        "List where the text was said in the open chat, as far as it has arrived here.",
                        does::search),
                Row.doing("whois", "NAME", "Say whether somebody is here, and which groups you share.", does::whois));
    }
}
