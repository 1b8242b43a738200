package chat262.it.demo;

import chat262.it.process.ConsoleProcess;
import java.net.URI;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** A user of the demo: a console with a home folder, which is started again after a crash. */
final class DemoUser implements AutoCloseable {
    private static final String PASSWORD = "correct horse battery";

    private final String name;
    private final Path home;
    private final URI server;
    private final Transcript transcript;
    private ConsoleProcess console;

    /** Opens a console without a login. */
    DemoUser(String name, Path home, URI server) {
        this.name = name;
        this.home = home;
        this.server = server;
        this.transcript = new Transcript(name);
        this.console = ConsoleProcess.start(home, server);
    }

    void register() {
        type("newaccount " + name);
        console.type(PASSWORD);
        console.awaitNotice("Welcome, " + name + ".*");
        type("login " + name);
        console.type(PASSWORD);
        console.awaitNotice("You are " + name + "\\.");
    }

    /** Types a command and waits for the line that shows that it was carried out. */
    void open(String command, String title) {
        type(command);
        console.awaitLine(Pattern.quote("-- " + title + " --"));
        console.awaitLine("-- .*unread --");
    }

    /** Writes a message into the open view, and waits until its own console shows it as part of the room. */
    void say(String text) {
        type(text);
        sees("you: " + text);
    }

    /** Waits until the console shows an entry. */
    void sees(String entry) {
        console.awaitLine("\\d\\d:\\d\\d {2}" + Pattern.quote(entry));
    }

    /** Waits until the console says that something unread is in a room ({@code @ann}, {@code #lunch}): it has arrived. */
    void isToldOfUnread(String room) {
        console.awaitNotice("-- unread: " + Pattern.quote(room));
    }

    void type(String line) {
        say(name, line);
        console.type(line);
    }

    /** Kills the console. */
    void crash() {
        say(name, "(killed with SIGKILL)");
        console.kill();
        transcript.add(console.lines());
    }

    /** Starts the console again, which is still logged in. */
    void comeBack() {
        say(name, "(started again)");
        console = ConsoleProcess.start(home, server);
        console.awaitNotice("You are " + name + "\\.");
    }

    /** Ends the console, and returns all that was seen. */
    Transcript leave() {
        console.type(":q");
        console.endInput();
        console.awaitEnd();
        transcript.add(console.lines());
        return transcript;
    }

    private static void say(String name, String line) {
        System.out.printf("  %-3s  %s%n", name, line);
    }

    @Override
    public void close() {
        console.close();
    }
}
