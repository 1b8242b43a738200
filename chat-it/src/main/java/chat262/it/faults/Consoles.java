package chat262.it.faults;

import chat262.it.client.Person;
import chat262.it.process.ConsoleProcess;
import jakarta.json.JsonObject;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Two real consoles in a direct room of their own: one writes line after line, the other reads, and both are killed over and
 * over.
 */
final class Consoles {
    private static final String LAST_LINE = "the end";

    /** Between two lines; shorter pauses would leave the machine busy with starting consoles. */
    private static final int MAX_PAUSE_MILLIS = 1_500;

    private final WorkloadAccounts accounts;
    private final URI server;
    private final Path folder;
    private final Random random;

    private final Set<String> shown = new LinkedHashSet<>();
    private final Set<String> confirmed = new LinkedHashSet<>();
    private int typed;
    private volatile int kills;
    private volatile boolean stopRequested;

    Consoles(WorkloadAccounts accounts, URI server, Path folder, long seed) {
        this.accounts = accounts;
        this.server = server;
        this.folder = folder;
        this.random = new Random(seed + 3);
    }

    /** Logs both in; nothing else may use their accounts from then on. */
    void logIn() {
        for (String name : List.of(accounts.writer(), accounts.reader())) {
            String[] login = {"login", name, "--take-over", "--password-stdin"};
            ConsoleProcess.Result result = ConsoleProcess.run(home(name), server, Person.PASSWORD + "\n", login);
            if (result.exitCode() != 0) {
                throw new IllegalStateException(name + " can't log in: " + result);
            }
        }
    }

    int kills() {
        return kills;
    }

    void requestStop() {
        stopRequested = true;
    }

    void run() throws InterruptedException {
        while (!stopRequested) {
            try (ConsoleProcess here = open(accounts.writer(), accounts.reader());
                    ConsoleProcess there = open(accounts.reader(), accounts.writer())) {
                int lines = 3 + random.nextInt(15);
                for (int i = 0; i < lines && !stopRequested; i++) {
                    here.type("line " + ++typed);
                    Thread.sleep(random.nextInt(MAX_PAUSE_MILLIS));
                }
                here.kill();
                there.kill();
                kills += 2;
                note(here, there);
            }
        }
    }

    /** Lets both finish, and returns a sentence for each violation. */
    List<String> end() {
        try (ConsoleProcess here = open(accounts.writer(), accounts.reader());
                ConsoleProcess there = open(accounts.reader(), accounts.writer())) {
            here.type(LAST_LINE);
            here.awaitLine(".* {2}you: " + LAST_LINE);
            there.awaitLine(".*: " + LAST_LINE);
            here.endInput();
            there.endInput();
            note(here, there);
        }
        List<String> wrong = new ArrayList<>();
        verify(accounts.reader(), accounts.writer(), wrong);
        verify(accounts.writer(), accounts.reader(), wrong);
        compare(wrong);
        return wrong;
    }

    private ConsoleProcess open(String name, String peer) {
        ConsoleProcess console = ConsoleProcess.start(home(name), server);
        console.type("chat " + peer);
        return console;
    }

    private Path home(String name) {
        return folder.resolve("console-" + name);
    }

    /** Keeps what both have shown. */
    private void note(ConsoleProcess here, ConsoleProcess there) {
        here.awaitEnd();
        there.awaitEnd();
        here.lines().stream()
                .filter(line -> line.matches("\\d\\d:\\d\\d {2}you: .*"))
                .forEach(line -> confirmed.add(line.substring("HH:MM  you: ".length())));
        String said = accounts.writer() + ": ";
        there.shownAsNew().stream()
                .filter(line -> line.startsWith(said))
                .forEach(line -> shown.add(line.substring(said.length())));
    }

    private void verify(String name, String peer, List<String> wrong) {
        ConsoleProcess.Result result = ConsoleProcess.run(home(name), server, "", "verify", peer);
        if (result.exitCode() != 0) {
            wrong.add("the console of " + name + " does not have what the server has: " + result);
        }
    }

    private void compare(List<String> wrong) {
        List<String> log = accounts
                .log(accounts.writer(), accounts.rooms(accounts.writer()).get(0))
                .stream()
                .map((JsonObject entry) -> entry.getString("body"))
                .toList();
        int before = 0;
        for (String line : log.subList(0, log.size() - 1)) {
            int number = Integer.parseInt(line.substring("line ".length()));
            if (number <= before) {
                wrong.add("a console's line " + number + " is in the log behind line " + before);
            }
            before = number;
        }
        if (!log.containsAll(confirmed)) {
            wrong.add("a console showed as sent what is not in the log: " + confirmed + " and " + log);
        }
        if (!log.equals(List.copyOf(shown))) {
            wrong.add("a console showed " + shown + ", and the log has " + log);
        }
    }
}
