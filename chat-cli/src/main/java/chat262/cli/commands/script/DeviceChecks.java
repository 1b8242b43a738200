package chat262.cli.commands.script;

import chat262.api.rooms.Room;
import chat262.cli.commands.ExitCode;
import chat262.cli.server.ChatServer;
import chat262.cli.store.Damage;
import chat262.cli.store.Journal;
import chat262.cli.store.Login;
import chat262.cli.store.Outbox;
import chat262.cli.store.OutboxEntry;
import chat262.cli.store.StateFolder;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Whether what this device keeps is whole, and whether it can keep more. It only reads, apart from one file as a trial. */
final class DeviceChecks {
    /** With less than this a disk is as good as full. */
    private static final long MIN_FREE_BYTES = 16 << 20;

    private static final int TRIAL_BYTES = 1 << 16;

    private final StateFolder state;
    private final Findings findings;

    DeviceChecks(StateFolder state, Findings findings) {
        this.state = state;
        this.findings = findings;
    }

    /** Whether the folder that all is kept in can be written, and its disk has room. */
    void disk() throws IOException {
        Path folder = state.path();
        while (folder.getParent() != null && Files.notExists(folder)) {
            folder = folder.getParent(); // where it will be made
        }
        try {
            tryToWrite(folder);
        } catch (IOException | SecurityException e) {
            findings.wrong(
                    "nothing can be kept in " + state.path() + " (" + reason(e)
                            + "): its disk is full, or it may not be written; till then nothing is received or sent",
                    ExitCode.TROUBLE);
            return;
        }
        long free = Files.getFileStore(folder).getUsableSpace();
        if (free < MIN_FREE_BYTES) {
            findings.wrong(
                    "the disk of " + state.path() + " is almost full (" + (free >> 10) + " KiB are free): make room",
                    ExitCode.TROUBLE);
        } else {
            findings.well("the disk has room, and " + state.path() + " can be written");
        }
    }

    private static void tryToWrite(Path folder) throws IOException {
        Path trial = folder.resolve(".doctor-" + ProcessHandle.current().pid());
        try {
            Files.write(
                    trial,
                    new byte[TRIAL_BYTES],
                    StandardOpenOption.CREATE_NEW,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.SYNC);
        } finally {
            Files.deleteIfExists(trial);
        }
    }

    private static String reason(Exception e) {
        return e instanceof FileSystemException file && file.getReason() != null ? file.getReason() : e.getMessage();
    }

    /** Whether the files of an account are whole, and nothing waits in its outbox. */
    void files(Login login) throws IOException {
        for (Path kept : state.damaged(login)) {
            findings.wrong(
                    kept + " holds what was damaged on "
                            + Files.getLastModifiedTime(kept).toInstant().truncatedTo(ChronoUnit.SECONDS)
                            + " or later; delete it when nothing is missing",
                    ExitCode.TROUBLE);
        }
        Optional<Outbox> outbox = Outbox.openToRead(state.accountIfAny(login));
        if (outbox.isPresent()) {
            damage(outbox.get().takeDamage());
        }
        Optional<Journal> journal = Journal.openToRead(state.accountIfAny(login));
        if (journal.isPresent()) {
            damage(journal.get().damage());
            journal.get().close();
        }
        waiting(outbox.map(Outbox::waiting).orElse(List.of()));
    }

    private void damage(Optional<Damage> found) throws IOException {
        if (found.isPresent()) {
            findings.wrong(
                    found.get().sentence() + ": the console, or the next command, saves what is whole",
                    ExitCode.TROUBLE);
        }
    }

    private void waiting(List<OutboxEntry> waiting) throws IOException {
        if (waiting.isEmpty()) {
            findings.well("nothing waits to be sent");
            return;
        }
        Duration oldest = Duration.between(waiting.get(0).writtenAt(), Instant.now());
        findings.wrong(
                (waiting.size() == 1 ? "1 message waits" : waiting.size() + " messages wait")
                        + " to be sent, the oldest for " + oldest.toMinutes()
                        + " minutes: the console, or the next command that reaches the server, delivers what waits",
                ExitCode.TROUBLE);
    }

    /** Whether the journal is what the server has. */
    void history(Login login, String epoch, ChatServer server) throws IOException {
        if (login.epoch().equals(epoch)) {
            findings.well("the server's history is the one that this journal was written from");
        } else {
            findings.wrong("the server's history was restored from a backup: open the console once", ExitCode.TROUBLE);
        }
        journal(login, server);
    }

    private void journal(Login login, ChatServer server) throws IOException {
        Optional<Journal> opened = Journal.openToRead(state.accountIfAny(login));
        if (opened.isEmpty()) {
            findings.well("nothing has arrived on this device yet");
            return;
        }
        try (Journal journal = opened.get()) {
            long behind = 0;
            for (Room room : server.allRooms()) { // asked after the journal was read, so it can only be ahead
                long last = journal.last(room.id()).orElse(room.cursor());
                if (last > room.lastSeq()) {
                    findings.wrong(
                            "room " + room.id() + " has " + last + " entries here and " + room.lastSeq()
                                    + " on the server:" + " its history was rolled back; open the console once",
                            ExitCode.TROUBLE);
                }
                behind += journal.shown(room.id()) > room.cursor() ? 1 : 0;
            }
            if (behind > 0) {
                findings.wrong(
                        behind + " rooms were read here and are not acknowledged yet: the console does it",
                        ExitCode.TROUBLE);
            } else {
                findings.well("the journal is no longer than the server's log, and all that was read is acknowledged");
            }
        }
    }
}
