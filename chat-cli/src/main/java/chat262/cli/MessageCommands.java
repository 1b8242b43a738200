package chat262.cli;

import chat262.api.Keys;
import chat262.api.Message;
import chat262.api.Room;
import chat262.cli.console.Client;
import chat262.cli.console.Console;
import chat262.cli.console.Entries;
import chat262.cli.console.JsonLine;
import chat262.cli.console.Screen;
import chat262.cli.server.ChatServer;
import chat262.cli.store.Journal;
import chat262.cli.store.KnownRoom;
import chat262.cli.store.Login;
import chat262.cli.store.Outbox;
import chat262.cli.store.OutboxEntry;
import chat262.cli.sync.NoSuchRoom;
import chat262.cli.sync.RoomFinder;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;

/** Messages, without opening a view. ROOM is a person's or a group's name; @bob and #Team say which. */
final class MessageCommands {
    private static final int PAGE = 500;

    private final Supplier<Client> client;
    private final Screen screen;
    private final Console console;

    /** @param console the open console; null for a single command */
    MessageCommands(Supplier<Client> client, Screen screen, Console console) {
        this.client = client;
        this.screen = screen;
        this.console = console;
    }

    int send(Arguments arguments) throws IOException {
        String body = body(arguments);
        if (body.isBlank()) {
            throw arguments.wrong("there is nothing to send");
        }
        Duration atMost = Duration.ofSeconds(arguments.number("--timeout", 30));
        OutboxEntry entry = OutboxEntry.to(arguments.get("ROOM"), Keys.make(), body);
        if (console != null) {
            console.device().send(entry);
            return ExitCode.OK;
        }
        return new SingleSend(client.get(), screen).send(entry, atMost);
    }

    private String body(Arguments arguments) throws IOException {
        List<String> words = arguments.all("TEXT");
        boolean fromInput = words.isEmpty() || words.equals(List.of("-"));
        if (fromInput && console != null) {
            throw arguments.wrong("say what to send: send ROOM TEXT");
        }
        return fromInput ? screen.readAll() : String.join(" ", words);
    }

    void outbox(Arguments arguments) throws IOException {
        Outbox outbox = console == null
                ? Outbox.open(client.get().state(), client.get().login())
                : console.device().outbox();
        for (OutboxEntry entry : outbox.all()) {
            if (entry.state() != OutboxEntry.State.STORED) {
                screen.print(arguments.has("--json") ? JsonLine.of(entry) : line(entry));
            }
        }
    }

    private static String line(OutboxEntry entry) {
        String state = entry.isWaiting() ? "waits" : "refused: " + entry.refusal();
        return entry.to() + "  " + entry.body() + "  (" + state + ")";
    }

    int tail(Arguments arguments) throws IOException, InterruptedException {
        String command = arguments.option("--ack-after");
        boolean acknowledges = !arguments.has("--no-ack");
        if (command != null && !acknowledges) {
            throw arguments.wrong("--ack-after and --no-ack exclude each other");
        }
        Long since = arguments.option("--since") == null ? null : arguments.seq("--since", 0);
        if (since != null && arguments.all("ROOM").size() != 1) {
            throw arguments.wrong("--since is a message's number in one room: say which");
        }
        Tail.Wish wish = new Tail.Wish(
                arguments.all("ROOM"),
                arguments.has("--follow"),
                arguments.has("--json"),
                acknowledges,
                since,
                command);
        return new Tail(client.get(), screen, wish).run();
    }

    void history(Arguments arguments) throws IOException {
        int count = arguments.number("--lines", 20);
        try (ChatServer server = client.get().mine()) {
            Room room = new RoomFinder(server).find(arguments.words("ROOM"));
            List<Message> messages = new ArrayList<>();
            newest(server, room.id(), count).forEach(messages::addAll);
            if (arguments.has("--json")) {
                for (Message message : messages) {
                    screen.print(Entries.json(KnownRoom.of(room), message));
                }
            } else {
                Entries.show(screen, messages, client.get().login().username());
            }
        }
    }

    int export(Arguments arguments) throws IOException {
        long after = arguments.seq("--after", 0);
        try (ChatServer server = client.get().mine()) {
            Room room = new RoomFinder(server).find(arguments.words("ROOM"));
            Export export = arguments.has("--json")
                    ? Export.json(server, screen, KnownRoom.of(room))
                    : Export.plain(server, screen, client.get().login().username());
            return export.run(room, after);
        }
    }

    int verify(Arguments arguments) throws IOException {
        Login login = client.get().login();
        try (ChatServer server = client.get().mine();
                Journal journal = Journal.openToRead(client.get().state().account(login))
                        .orElseThrow(() -> new NoSuchRoom("nothing has arrived on this device yet"))) {
            Room room = new RoomFinder(server).find(arguments.words("ROOM"));
            Verification verification = new Verification(
                    journal, (id, seq, limit) -> server.after(id, seq, limit).messages());
            verification.compare(room);
            for (String fault : verification.faults()) {
                screen.print(fault);
            }
            verification.absences().forEach(screen::say);
            screen.say(verification.count() + " entries have arrived, the last is "
                    + journal.last(room.id()).orElse(0) + "; the server has " + room.lastSeq()
                    + (verification.faults().isEmpty() ? ". They are the same." : "."));
            return verification.faults().isEmpty() ? ExitCode.OK : ExitCode.TROUBLE;
        }
    }

    /** The newest messages of a room in pages, the oldest page first. */
    private static Deque<List<Message>> newest(ChatServer server, long room, int count) {
        Deque<List<Message>> pages = new ArrayDeque<>();
        List<Message> page = server.newest(room, Math.min(PAGE, count)).messages();
        int left = count;
        while (!page.isEmpty()) {
            pages.addFirst(page);
            left -= page.size();
            long first = page.get(0).seq();
            if (left <= 0 || first == 1) {
                break;
            }
            page = server.before(room, first, Math.min(PAGE, left)).messages();
        }
        return pages;
    }
}
