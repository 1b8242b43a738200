package chat262.cli.console;

import chat262.cli.store.Login;
import java.io.IOException;

/**
 * Reads what is typed, line after line, and decides what it means in the place where it was typed: a message, a command, or
 * a way to another room.
 */
final class Dialogue {
    private final Console console;
    private final Rooms rooms;
    private final Screen screen;
    private final Notices notices;
    private boolean ended;
    private boolean lost;

    Dialogue(Console console, Rooms rooms, Screen screen, Notices notices) {
        this.console = console;
        this.rooms = rooms;
        this.screen = screen;
        this.notices = notices;
    }

    /** Goes on until the person leaves, the input ends or nothing can be done any more. */
    void run(Commands commands) throws IOException {
        while (!ended && !notices.isBroken()) {
            step(commands);
        }
    }

    /** Ends it after what is being carried out. */
    void end() {
        ended = true;
    }

    /** Whether something that a script wrote was not done. */
    boolean hasLost() {
        return lost;
    }

    /** Reads and carries out; meanwhile another thread may have closed the view that the person was writing in. */
    private void step(Commands commands) throws IOException {
        long where;
        String prompt;
        String draft;
        synchronized (console) {
            where = rooms.here();
            prompt = prompt();
            draft = rooms.draft();
        }
        Typed typed = read(prompt, draft, where);
        synchronized (console) {
            if (typed.what() == Typed.What.LINE && !typed.text().isBlank() && where != rooms.here()) {
                rooms.keep(where, typed.text());
                notDone("not done, as the view has changed meanwhile: " + typed.text());
            } else if (notices.isBroken()) {
                if (!typed.text().isBlank()) {
                    notDone("not done: " + typed.text());
                }
            } else if (typed.what() != Typed.What.END || where == rooms.here()) {
                take(typed, where, commands);
            }
        }
    }

    /** A person sees it and can do it again; a script can't. */
    private void notDone(String what) {
        screen.say("! " + what);
        lost |= !screen.isTerminal();
    }

    private Typed read(String prompt, String draft, long where) throws IOException {
        try {
            return screen.prompt(prompt, draft, where != Rooms.TOP);
        } catch (TextLines.NotText e) {
            screen.say("! " + e.getMessage());
            return Typed.lineOrEnd("");
        }
    }

    private String prompt() {
        String here = console.login().map(Login::username).orElse("chat");
        return rooms.view().map(view -> view.room().address()).orElse(here) + "> ";
    }

    private void take(Typed typed, long where, Commands commands) throws IOException {
        switch (typed.what()) {
            case LINE -> take(typed.text(), commands);
            case END -> {
                if (rooms.view().isPresent() && screen.isTerminal()) { // Ctrl-D leaves one level
                    console.closeView();
                } else {
                    ended = true;
                }
            }
            case FIRST_UNREAD -> {
                rooms.keep(where, typed.text());
                if (rooms.view().isPresent()) {
                    rooms.view().get().showAgain();
                }
            }
            case NEXT_UNREAD, ROOM, ROOM_BEFORE, ROOM_AFTER -> {
                rooms.keep(where, typed.text());
                if (console.login().isPresent()) {
                    rooms.go(typed);
                    notices.moved();
                }
            }
        }
    }

    private void take(String line, Commands commands) throws IOException {
        String stripped = line.strip();
        if (stripped.isEmpty()) {
            return;
        }
        boolean chatting = rooms.view().isPresent();
        if (stripped.equals(":q")) {
            leave();
        } else if (chatting && line.startsWith("//")) {
            say(line.substring(1));
        } else if (chatting && !line.startsWith("/")) {
            if (looksLikeCommand(stripped, commands)) {
                screen.say("! not sent: this looks like a command with a blank before it; " + "write /" + stripped
                        + " to send it as it is");
            } else {
                say(line);
            }
        } else {
            commands.run(stripped.startsWith("/") ? stripped.substring(1) : stripped);
        }
    }

    /** Whether a text that begins with a blank was probably meant as a command, such as " /logout". */
    private static boolean looksLikeCommand(String text, Commands commands) {
        return text.startsWith("/") && commands.has(text.substring(1).split("\\s", 2)[0]);
    }

    private void leave() throws IOException {
        if (rooms.view().isEmpty()) {
            screen.say("You are in no chat. 'exit' ends the console.");
        } else {
            console.closeView();
        }
    }

    private void say(String body) {
        try {
            console.send(body);
        } catch (IOException e) {
            rooms.keep(rooms.here(), body);
            notDone("not sent, as it can't be written to this disk: " + e.getMessage());
        }
    }
}
