package chat262.cli.interactive;

import chat262.cli.screen.Input;
import chat262.cli.screen.NotText;
import chat262.cli.screen.PlainWords;
import chat262.cli.screen.Screen;
import chat262.cli.store.Login;
import java.io.IOException;

/**
 * Reads the input of a session line by line, and decides by the view that a line was typed in whether it is a message, a
 * command or a key that leads to another room.
 */
public final class InputLoop {
    private final InteractiveSession session;
    private final Rooms rooms;
    private final Screen screen;
    private final ScriptedInput script;
    private boolean lost;

    public InputLoop(InteractiveSession session, Screen screen) {
        this.session = session;
        this.rooms = session.rooms();
        this.screen = screen;
        this.script = new ScriptedInput(!screen.isTerminal());
    }

    /**
     * Runs until the person leaves, the input ends or the session is broken.
     *
     * @return what became of the messages that were written
     */
    public Delivery.Result run(CommandRegistry commands) throws IOException {
        screen.complete(new Completion(commands, new Directory(rooms), rooms));
        session.greet();
        try {
            while (!session.isEnded() && !session.isBroken()) {
                step(commands);
            }
            return session.deliverTheRest();
        } finally {
            session.disconnect();
        }
    }

    /** Whether the session is broken, or a line of a script was not carried out; the screen has told why. */
    public boolean hasFailed() {
        return lost || session.isBroken();
    }

    /** Reads a line and carries it out; meanwhile another thread may have closed the view that it was typed in. */
    private void step(CommandRegistry commands) throws IOException {
        long where;
        String prompt;
        String draft;
        synchronized (session) {
            where = rooms.here();
            prompt = prompt();
            draft = rooms.draft();
        }
        Input input = read(prompt, draft, where);
        synchronized (session) {
            if (screen.takesDrafts()) {
                rooms.keep(where, ""); // it is finished, or kept again below
            }
            if (input.what() == Input.What.LINE && !input.text().isBlank() && where != rooms.here()) {
                rooms.keep(where, input.text());
                notDone("not done, as the view has changed meanwhile: " + input.text());
            } else if (session.isBroken()) {
                if (!input.text().isBlank()) {
                    notDone("not done: " + input.text());
                }
            } else if (input.what() != Input.What.END || where == rooms.here()) {
                take(input, where, commands);
            }
        }
    }

    /** A person reads this and can repeat the line; for a script it is a failure. */
    private void notDone(String what) {
        screen.say("! " + what);
        lost |= !screen.isTerminal();
    }

    private Input read(String prompt, String draft, long where) throws IOException {
        try {
            return screen.prompt(prompt, draft, where != Rooms.TOP);
        } catch (NotText e) {
            screen.say("! " + e.getMessage());
            return Input.lineOrEnd("");
        }
    }

    /** The exit code of the first command of a script that failed; 0 if none did. */
    public int failure() {
        return script.failure();
    }

    private void run(String command, CommandRegistry commands) {
        script.ran(commands.opensRoom(command), commands.run(command));
    }

    private String prompt() {
        String here = session.login().map(Login::username).orElse("chat");
        return rooms.view().map(view -> view.room().address()).orElse(here) + "> ";
    }

    private void take(Input input, long where, CommandRegistry commands) throws IOException {
        switch (input.what()) {
            case LINE -> {
                if (!input.text().isBlank() && script.isForUnopened(input.text())) {
                    notDone("not sent, as its chat could not be opened: " + input.text());
                } else {
                    take(input.text(), commands);
                }
            }
            case END -> {
                if (rooms.view().isPresent() && screen.isTerminal()) { // Ctrl-D leaves one level
                    session.closeView();
                } else {
                    session.end();
                }
            }
            case FIRST_UNREAD -> {
                rooms.keep(where, input.text());
                if (rooms.view().isPresent()) {
                    rooms.view().get().showAgain();
                }
            }
            case NEXT_UNREAD, ROOM, ROOM_BEFORE, ROOM_AFTER -> {
                rooms.keep(where, input.text());
                session.go(input);
            }
        }
    }

    private void take(String line, CommandRegistry commands) throws IOException {
        String stripped = line.strip();
        if (stripped.isEmpty()) {
            return;
        }
        boolean chatting = rooms.view().isPresent();
        boolean message = chatting && (!line.startsWith("/") || line.startsWith("//"));
        if (!message && stripped.indexOf('\n') >= 0 && !takesText(stripped, commands)) {
            notACommand(line, chatting);
        } else if (stripped.equals(":q")) {
            leave();
        } else if (chatting && line.startsWith("//")) {
            say(line.substring(1));
        } else if (chatting && !line.startsWith("/")) {
            if (looksLikeCommand(stripped, commands)) {
                screen.say("! not sent: this looks like a command with a blank before it; write /" + stripped
                        + " to send it as it is");
            } else {
                say(line);
            }
        } else {
            run(stripped.startsWith("/") ? stripped.substring(1) : stripped, commands);
        }
    }

    /** Whether several lines may be what a command is to send. */
    private static boolean takesText(String line, CommandRegistry commands) {
        String command = (line.startsWith("/") ? line.substring(1) : line).split("\\s", 2)[0];
        return commands.takes(command, 0).equals("TEXT")
                || commands.takes(command, 1).equals("TEXT");
    }

    /** Several lines were written or pasted: none of them is carried out. */
    private void notACommand(String lines, boolean chatting) {
        rooms.keep(rooms.here(), lines);
        screen.say(
                chatting
                        ? "! nothing was done: several lines are a message, and these begin with a slash; write one more"
                                + " before it to send them as they are, or clear them with Ctrl+C"
                        : "! nothing was done: several lines are no command; in a chat they are one message. Clear them"
                                + " with Ctrl+C, open a chat, and paste them there");
    }

    /** Whether a text that begins with a blank was probably meant as a command, such as " /logout". */
    private static boolean looksLikeCommand(String text, CommandRegistry commands) {
        return text.startsWith("/") && commands.has(text.substring(1).split("\\s", 2)[0]);
    }

    private void leave() throws IOException {
        if (rooms.view().isEmpty()) {
            screen.say("You are in no chat. 'exit' ends the console.");
        } else {
            session.closeView();
        }
    }

    private void say(String body) {
        try {
            session.send(body);
        } catch (IOException e) {
            rooms.keep(rooms.here(), body);
            notDone("not sent, as it can't be written to this disk: " + PlainWords.of(e));
        }
    }
}
