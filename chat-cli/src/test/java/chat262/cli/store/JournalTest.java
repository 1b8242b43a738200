package chat262.cli.store;

import static org.assertj.core.api.Assertions.assertThat;

import chat262.api.Content;
import chat262.api.Message;
import chat262.api.rooms.RoomKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    private static final long ROOM = 7;

    @TempDir
    Path folder;

    @Test
    void entriesAreTakenInOrderAndOnce() throws IOException {
        try (Journal journal = Journal.open(folder)) {
            journal.startAfter(ROOM, 4);
            assertThat(seqs(journal.accept(ROOM, messages(5, 6, 7)))).containsExactly(5L, 6L, 7L);
            assertThat(journal.accept(ROOM, messages(5, 6, 7))).isEmpty();
            assertThat(seqs(journal.accept(ROOM, messages(6, 7, 8)))).containsExactly(8L);
            assertThat(seqs(journal.entries(ROOM, 0, 100))).containsExactly(5L, 6L, 7L, 8L);
        }
    }

    @Test
    void whatStandsBehindAHoleIsLeftAlone() throws IOException {
        try (Journal journal = Journal.open(folder)) {
            journal.startAfter(ROOM, 0);
            assertThat(seqs(journal.accept(ROOM, messages(1, 3, 4)))).containsExactly(1L);
            assertThat(journal.accept(ROOM, messages(3))).isEmpty();
            assertThat(journal.last(ROOM)).hasValue(1);
        }
    }

    @Test
    void anEntryOfAnotherRoomIsNotTaken() throws IOException {
        try (Journal journal = Journal.open(folder)) {
            journal.startAfter(ROOM, 0);
            journal.startAfter(8, 0);
            assertThat(journal.accept(8, messages(1))).isEmpty();
        }
    }

    @Test
    void everythingIsThereWhenItIsOpenedAgain() throws IOException {
        KnownRoom bob = new KnownRoom(ROOM, RoomKind.DIRECT, "bob", Instant.ofEpochMilli(1234));
        try (Journal journal = Journal.open(folder)) {
            journal.remember(bob);
            journal.startAfter(ROOM, 10);
            journal.accept(ROOM, messages(11, 12, 13));
            journal.noteShown(ROOM, 12);
            journal.noteShown(ROOM, 11);
            journal.startAfter(9, 3);
        }
        try (Journal journal = Journal.open(folder)) {
            assertThat(journal.last(ROOM)).hasValue(13);
            assertThat(journal.shown(ROOM)).isEqualTo(12);
            assertThat(journal.last(9)).hasValue(3);
            assertThat(journal.last(10)).isEmpty();
            assertThat(journal.room(ROOM)).contains(bob);
            assertThat(journal.entries(ROOM, 12, 12).get(0).body()).isEqualTo("message 12\nüñí ☃");
        }
    }

    @Test
    void aJournalCutAtAnyByteHasTheFirstEntriesAndGoesOnWithTheNext() throws IOException {
        try (Journal journal = Journal.open(folder)) {
            journal.startAfter(ROOM, 0);
            journal.accept(ROOM, messages(1, 2, 3));
        }
        Path file = folder.resolve("journal");
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length <= whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            try (Journal journal = Journal.open(folder)) {
                if (journal.last(ROOM).isEmpty()) {
                    journal.startAfter(ROOM, 0);
                }
                journal.accept(
                        ROOM,
                        messages(LongStream.rangeClosed(journal.last(ROOM).getAsLong() + 1, 5)
                                .toArray()));
            }
            try (Journal journal = Journal.open(folder)) {
                assertThat(seqs(journal.entries(ROOM, 1, 9)))
                        .as("cut at %d", length)
                        .containsExactly(1L, 2L, 3L, 4L, 5L);
            }
        }
    }

    @Test
    void aBreakIsNotFilled() throws IOException {
        try (Journal journal = Journal.open(folder)) {
            journal.startAfter(ROOM, 0);
            journal.accept(ROOM, messages(1, 2));
            journal.startAfter(ROOM, 9);
            assertThat(seqs(journal.accept(ROOM, messages(10)))).containsExactly(10L);
            assertThat(seqs(journal.entries(ROOM, 1, 20))).containsExactly(1L, 2L, 10L);
        }
    }

    @Test
    void aReaderSeesWhatIsThereWhileTheConsoleIsAtWork() throws IOException {
        assertThat(Journal.openToRead(folder)).isEmpty();
        try (Journal journal = Journal.open(folder)) {
            journal.startAfter(ROOM, 0);
            journal.accept(ROOM, messages(1, 2));
            try (Journal reader = Journal.openToRead(folder).orElseThrow()) {
                assertThat(seqs(reader.entries(ROOM, 1, 9))).containsExactly(1L, 2L);
            }
        }
    }

    @Test
    void whatIsDamagedIsMissingUntilItIsFilledAndAllElseIsThere() throws IOException {
        try (Journal journal = Journal.open(folder)) {
            journal.startAfter(ROOM, 0);
            for (long seq = 1; seq <= 6; seq++) {
                journal.accept(ROOM, messages(seq));
            }
            journal.noteShown(ROOM, 2);
        }
        damage("message 3");
        damage("message 4");
        try (Journal reader = Journal.openToRead(folder).orElseThrow()) {
            assertThat(reader.damage())
                    .hasValueSatisfying(damage -> assertThat(damage.kept()).isNull());
            assertThat(reader.missing(ROOM, 0)).contains(new Journal.Missing(3, 4));
        }
        try (Journal journal = Journal.open(folder)) {
            assertThat(journal.damage())
                    .hasValueSatisfying(damage -> assertThat(damage.kept()).exists());
            assertThat(seqs(journal.entries(ROOM, 1, 9))).containsExactly(1L, 2L, 5L, 6L);
            assertThat(journal.last(ROOM)).hasValue(6);
            assertThat(journal.shown(ROOM)).isEqualTo(2);
            assertThat(journal.missing(ROOM, 4)).isEmpty();
            assertThat(journal.fill(ROOM, messages(2, 3, 7))).isOne();
            assertThat(journal.missing(ROOM, 0)).contains(new Journal.Missing(4, 4));
            assertThat(seqs(journal.accept(ROOM, messages(7)))).containsExactly(7L);
            assertThat(journal.fill(ROOM, messages(4))).isOne();
        }
        try (Journal journal = Journal.open(folder)) {
            assertThat(journal.damage()).isEmpty();
            assertThat(journal.missing(ROOM, 0)).isEmpty();
            assertThat(seqs(journal.entries(ROOM, 1, 9))).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
            assertThat(journal.entries(ROOM, 4, 4).get(0).body()).startsWith("message 4");
            assertThat(journal.last(ROOM)).hasValue(7);
        }
    }

    private void damage(String text) throws IOException {
        Path file = folder.resolve("journal");
        byte[] bytes = Files.readAllBytes(file);
        bytes[new String(bytes, StandardCharsets.ISO_8859_1).indexOf(text)] ^= 1;
        Files.write(file, bytes);
    }

    @Test
    void aHistoryThatWasRolledBackIsPutAsideAndKept() throws IOException {
        try (Journal journal = Journal.open(folder)) {
            journal.startAfter(ROOM, 0);
            journal.accept(ROOM, messages(1, 2));
            journal.noteShown(ROOM, 2);
            journal.startAgain();
            assertThat(journal.last(ROOM)).isEmpty();
            assertThat(journal.shown(ROOM)).isZero();
            journal.startAfter(ROOM, 0);
            assertThat(seqs(journal.accept(ROOM, messages(1)))).containsExactly(1L);
        }
        assertThat(folder.resolve("journal.1")).exists();
        try (Journal journal = Journal.open(folder)) {
            assertThat(journal.last(ROOM)).hasValue(1);
        }
    }

    private static List<Message> messages(long... seqs) {
        return Arrays.stream(seqs).mapToObj(JournalTest::message).toList();
    }

    private static Message message(long seq) {
        String body = "message " + seq + "\nüñí ☃";
        Instant sentAt = Instant.ofEpochMilli(seq);
        return new Message(ROOM, seq, "bob", sentAt, null, new Content.Text(body));
    }

    private static List<Long> seqs(List<Message> messages) {
        return messages.stream().map(Message::seq).toList();
    }
}
