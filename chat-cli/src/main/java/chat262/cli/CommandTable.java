package chat262.cli;

import chat262.cli.console.Client;
import chat262.cli.console.Console;
import chat262.cli.console.Screen;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** All commands. The command line, the prompt with its slash commands, help and completion are made from these rows. */
final class CommandTable {
    private static final String STDIN = "--password-stdin";
    private static final String STDIN_HELP = "Read the password from standard input.";

    private static final String JSON = "--json";
    private static final String JSON_HELP = "One JSON object a line, with the names of the server's answers.";

    /** These deliver by themselves, are about another session, or tell what waits. */
    private static final Set<String> WITHOUT_LEFTOVERS = Set.of("send", "login", "newaccount", "outbox");

    private CommandTable() {}

    /** The rows for the command line. */
    static List<Row> single(Supplier<Client> client, Screen screen) {
        List<Row> rows = new ArrayList<>();
        for (Row row : rows(client, screen, null)) {
            rows.add(
                    WITHOUT_LEFTOVERS.contains(row.name())
                            ? row
                            : row.behind(() -> new Leftovers(client.get(), screen).deliver()));
        }
        MessageCommands messages = new MessageCommands(client, screen, null);
        rows.add(tail(messages));
        rows.add(Row.of(
                        "export",
                        "ROOM...",
                        "Print all of a room, the oldest first. It doesn't count as read.",
                        messages::export)
                .with("--after", "SEQ", "Only what stands above this seq.")
                .with(JSON, JSON_HELP));
        rows.add(Row.of(
                "doctor",
                "",
                "Look whether login, clock, history, journal and outbox are as they should be.",
                arguments -> new Doctor(client.get(), screen).run()));
        rows.add(Row.doing(
                "completion",
                "",
                "Print a completion script for bash and zsh: source <(chat completion)",
                arguments -> screen.print(arguments.completionScript())));
        return rows;
    }

    /** For scripts only: the console shows what is new anyway. */
    private static Row tail(MessageCommands does) {
        return Row.of(
                        "tail",
                        "[ROOM...]",
                        "Print what is new in these rooms, or in all, and acknowledge it. No console may be open.",
                        does::tail)
                .with("-f --follow", "Go on with what comes, until the command is ended.")
                .with(JSON, JSON_HELP)
                .with("--no-ack", "Leave it unread.")
                .with("--since", "SEQ", "Begin above this message of the one ROOM, though it was read.")
                .with(
                        "--ack-after",
                        "CMD",
                        "Run CMD with each entry on its standard input, and acknowledge it if CMD succeeds; else stop."
                                + " CHAT_EPOCH, CHAT_ROOM and CHAT_SEQ name the entry: after a crash CMD may get it once more."
                                + " CHAT_BYTES is how much it gets: less is a part, left by a crash.");
    }

    /** The rows that both have; {@code console} is null on the command line. */
    static List<Row> rows(Supplier<Client> client, Screen screen, Console console) {
        List<Row> rows = new ArrayList<>();
        rows.addAll(accounts(new AccountCommands(client, screen, console)));
        rows.addAll(rooms(new RoomCommands(client, screen)));
        rows.addAll(messages(new MessageCommands(client, screen, console)));
        return rows;
    }

    private static List<Row> accounts(AccountCommands does) {
        return List.of(
                Row.doing("login l", "NAME", "Log in. The password is asked for.", does::logIn)
                        .with("--take-over", "End the session of another device.")
                        .with(STDIN, STDIN_HELP),
                Row.doing("logout q", "", "Log out. What waits to be sent is kept.", does::logOut),
                Row.doing(
                                "newaccount na register",
                                "NAME",
                                "Create an account: a name of 1 to 20 A-Z a-z 0-9 . _ - and a password of 8 or more.",
                                does::register)
                        .with(STDIN, STDIN_HELP),
                Row.doing(
                                "delaccount da unregister",
                                "",
                                "Delete your account for good. What you sent stays, without your name.",
                                does::delete)
                        .with("--yes", "NAME", "Don't ask: the name of the account to delete."),
                Row.doing("listusers lu", "", "List everybody.", does::listUsers)
                        .with(JSON, JSON_HELP),
                Row.doing(
                                "searchusers su users",
                                "[PATTERN]",
                                "List the people whose name matches; * stands for anything.",
                                does::searchUsers)
                        .with(JSON, JSON_HELP));
    }

    private static List<Row> rooms(RoomCommands does) {
        return List.of(
                Row.doing("rooms", "", "List your rooms, the latest message first.", does::rooms)
                        .with(JSON, JSON_HELP),
                Row.doing("unread", "", "List the rooms with messages that you have not read.", does::unread)
                        .with(JSON, JSON_HELP),
                Row.doing(
                                "newgroup ng create",
                                "GROUP NAME...",
                                "Create a group with these people; you own it.",
                                does::newGroup)
                        .with("--unlisted", "Let nobody else find it."),
                Row.doing("listgroups lg list", "", "List the groups that you can find.", does::listGroups)
                        .with(JSON, JSON_HELP),
                Row.doing(
                                "searchgroups sg groups",
                                "[PATTERN]",
                                "List the groups whose name, or a member's name, matches; * stands for anything.",
                                does::searchGroups)
                        .with(JSON, JSON_HELP),
                Row.doing(
                        "ack",
                        "ROOM [SEQ]",
                        "Mark a room as read, up to a message's number or as a whole, without showing it.",
                        does::acknowledge),
                Row.doing("members names", "GROUP...", "List the members of a group.", does::members),
                Row.doing("invite", "GROUP NAME", "Take somebody into a group (owners).", does::invite),
                Row.doing("kick", "GROUP NAME", "Remove somebody from a group (owners).", does::kick),
                Row.doing("leave part", "GROUP...", "Leave a group.", does::leave),
                Row.doing("rename", "GROUP NEWNAME", "Give a group another name (owners).", does::rename),
                Row.doing("role", "GROUP NAME ROLE", "Make a member an owner or a member (owners).", does::role));
    }

    private static List<Row> messages(MessageCommands does) {
        return List.of(
                Row.of(
                                "send msg",
                                "ROOM [TEXT...]",
                                "Send to a person or a group: bob, @bob, #Team. A bare name that is both has to get its @ or #."
                                        + " Without text, or with -, it sends what comes on standard input.",
                                does::send)
                        .with("--timeout", "SECONDS", "Wait so long for the receipt (30). The message is kept beyond."),
                Row.doing("outbox", "", "List your messages that are not stored yet, or were refused.", does::outbox)
                        .with(JSON, JSON_HELP),
                Row.doing(
                                "history",
                                "ROOM...",
                                "Show the last messages of a room. They don't count as read.",
                                does::history)
                        .with("-n --lines", "N", "How many (20).")
                        .with(JSON, JSON_HELP),
                Row.of("verify", "ROOM...", "Compare what has arrived on this device with the server.", does::verify));
    }
}
