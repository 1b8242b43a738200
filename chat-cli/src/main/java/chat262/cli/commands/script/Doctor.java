package chat262.cli.commands.script;

import chat262.api.Room;
import chat262.cli.client.Client;
import chat262.cli.commands.ExitCode;
import chat262.cli.screen.Screen;
import chat262.cli.server.ChatServer;
import chat262.cli.server.NoAnswer;
import chat262.cli.server.Pulse;
import chat262.cli.server.RequestRejected;
import chat262.cli.store.Journal;
import chat262.cli.store.Login;
import chat262.cli.store.Outbox;
import chat262.cli.store.OutboxEntry;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Looks for what may be wrong between this device and the server, and says what to do about it. */
final class Doctor {
    private static final int TROUBLE = ExitCode.TROUBLE;
    private static final long WARNING_DAYS = 14;
    private static final Set<String> LOCAL = Set.of("127.0.0.1", "localhost", "[::1]");
    private static final Duration MAX_CLOCK_DIFFERENCE = Duration.ofSeconds(30);

    private final Client client;
    private final Screen screen;
    private int exitCode = ExitCode.OK;

    Doctor(Client client, Screen screen) {
        this.client = client;
        this.screen = screen;
    }

    /** Returns an {@link ExitCode}: of what was found wrong first. */
    int run() throws IOException {
        Optional<Login> login = client.loginIfAny();
        if (login.isEmpty()) {
            wrong("nobody is logged in at " + client.url() + ": log in with 'login NAME'", ExitCode.NOT_LOGGED_IN);
            return exitCode;
        }
        well("you are " + login.get().username()
                + (client.hasToken() ? ", by CHAT_TOKEN" : ", and the login is kept here"));
        outbox(Outbox.open(client.state(), login.get()));
        try (ChatServer server = client.mine()) {
            Pulse pulse = server.pulse();
            well("the server answers, and knows this login");
            connection(server);
            clock(pulse.time());
            history(login.get(), pulse.epoch());
            journal(login.get(), server);
        } catch (NoAnswer | RequestRejected e) {
            wrong(ExitCode.sentence(e, client.url().toString()), ExitCode.of(e));
        }
        return exitCode;
    }

    private void outbox(Outbox outbox) throws IOException {
        List<OutboxEntry> waiting = outbox.waiting();
        if (waiting.isEmpty()) {
            well("nothing waits to be sent");
            return;
        }
        Duration oldest = Duration.between(waiting.get(0).writtenAt(), Instant.now());
        wrong(
                (waiting.size() == 1 ? "1 message waits" : waiting.size() + " messages wait")
                        + " to be sent, the oldest for " + oldest.toMinutes()
                        + " minutes: the console, or the next command that reaches the server, delivers what waits",
                ExitCode.TROUBLE);
    }

    private void connection(ChatServer server) throws IOException {
        Optional<Instant> end = server.certificateEnd();
        if (end.isPresent()) {
            long days = Duration.between(Instant.now(), end.get()).toDays();
            if (days < WARNING_DAYS) {
                wrong("the server's certificate ends in " + days + " days: its operator has to renew it", TROUBLE);
            } else {
                well("the connection is encrypted; the certificate is good for " + days + " days");
            }
        } else if (LOCAL.contains(client.url().getHost())) {
            well("the connection is not encrypted, and does not leave this machine");
        } else {
            wrong("the connection is not encrypted: everybody on the way can read along; use https", TROUBLE);
        }
    }

    private void clock(Instant server) throws IOException {
        if (server == null) {
            screen.print("--  the answer holds no time, so the clocks can't be compared");
            return;
        }
        Duration apart = Duration.between(server, Instant.now());
        if (apart.abs().compareTo(MAX_CLOCK_DIFFERENCE) > 0) {
            wrong(
                    "this clock is " + apart.abs().toSeconds() + " s " + (apart.isNegative() ? "behind" : "ahead of")
                            + " the server's: times will look odd, the order of messages doesn't depend on them",
                    ExitCode.TROUBLE);
        } else {
            well("the clocks agree");
        }
    }

    private void history(Login login, String epoch) throws IOException {
        if (login.epoch().equals(epoch)) {
            well("the server's history is the one that this journal was written from");
        } else {
            wrong("the server's history was restored from a backup: open the console once", ExitCode.TROUBLE);
        }
    }

    private void journal(Login login, ChatServer server) throws IOException {
        Optional<Journal> opened = Journal.openToRead(client.state().account(login));
        if (opened.isEmpty()) {
            well("nothing has arrived on this device yet");
            return;
        }
        try (Journal journal = opened.get()) {
            long behind = 0;
            for (Room room : server.allRooms()) { // asked after the journal was read, so it can only be ahead
                long last = journal.last(room.id()).orElse(room.cursor());
                if (last > room.lastSeq()) {
                    wrong(
                            "room " + room.id() + " has " + last + " entries here and " + room.lastSeq()
                                    + " on the server:" + " its history was rolled back; open the console once",
                            ExitCode.TROUBLE);
                }
                behind += journal.shown(room.id()) > room.cursor() ? 1 : 0;
            }
            if (behind > 0) {
                wrong(
                        behind + " rooms were read here and are not acknowledged yet: the console does it",
                        ExitCode.TROUBLE);
            } else {
                well("the journal is no longer than the server's log, and all that was read is acknowledged");
            }
        }
    }

    private void well(String what) throws IOException {
        screen.print("ok  " + what);
    }

    private void wrong(String what, int code) throws IOException {
        screen.print("!!  " + what);
        exitCode = exitCode == ExitCode.OK ? code : exitCode;
    }
}
