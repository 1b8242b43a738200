package chat262.cli.commands.message;

import static org.assertj.core.api.Assertions.assertThat;

import chat262.api.Content;
import chat262.api.Message;
import chat262.api.rooms.Room;
import chat262.api.rooms.RoomKind;
import chat262.cli.store.Journal;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerificationTest {
    private static final long ROOM = 7;

    @TempDir
    Path folder;

    @Test
    void entriesOfSeveralPagesThatAreTheSameAreFine() throws IOException {
        try (Journal journal = Journal.open(folder)) {
            journal.startAfter(ROOM, 250);
            journal.accept(ROOM, messages(251, 1_300, "a"));
            Verification verification = verify(journal, 0, messages(1, 1_300, "a"));
            assertThat(verification.faults()).isEmpty();
            assertThat(verification.count()).isEqualTo(1_050);
        }
    }

    @Test
    void aHoleIsMissingUnlessTheMemberWasAway() throws IOException {
        try (Journal journal = Journal.open(folder)) {
            journal.startAfter(ROOM, 0);
            journal.accept(ROOM, messages(1, 498, "a"));
            journal.startAfter(ROOM, 501); // over the end of a page
            journal.accept(ROOM, messages(502, 510, "a"));
            List<Message> log = messages(1, 510, "a");
            Verification away = verify(journal, 501, log);
            assertThat(away.faults()).isEmpty();
            assertThat(away.absences()).containsExactly("-- you were away from 499 to 501");
            Verification missing = verify(journal, 0, log);
            assertThat(missing.faults()).containsExactly("499 to 501 are missing here");
            assertThat(missing.absences()).isEmpty();
        }
    }

    @Test
    void whatDiffersAndWhatTheServerHasNotIsTold() throws IOException {
        try (Journal journal = Journal.open(folder)) {
            journal.startAfter(ROOM, 0);
            journal.accept(ROOM, messages(1, 2, "a"));
            journal.accept(ROOM, messages(3, 5, "b"));
            assertThat(verify(journal, 0, messages(1, 4, "a")).faults())
                    .containsExactly(
                            "3 is not what the server has", "4 is not what the server has", "5 is not on the server");
        }
    }

    private static Verification verify(Journal journal, long since, List<Message> log) throws IOException {
        Verification verification = new Verification(
                journal,
                (room, seq, limit) -> log.stream()
                        .filter(message -> message.seq() > seq)
                        .limit(limit)
                        .toList());
        verification.compare(new Room(
                ROOM, RoomKind.GROUP, "club", true, false, null, log.size(), since, 0, 0, Instant.EPOCH, null, null));
        return verification;
    }

    private static List<Message> messages(long first, long last, String body) {
        return LongStream.rangeClosed(first, last)
                .mapToObj(seq -> new Message(ROOM, seq, "alice", Instant.EPOCH, null, new Content.Text(body)))
                .toList();
    }
}
