package chat262.cli.store;

import static org.assertj.core.api.Assertions.assertThat;

import chat262.api.rooms.RoomKind;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OutboxTest {
    private static final KnownRoom BOB =
            new KnownRoom(3, RoomKind.DIRECT, "bob", Instant.now().truncatedTo(ChronoUnit.MILLIS));

    @TempDir
    Path folder;

    @Test
    void messagesWaitInTheOrderTheyWereWritten() throws IOException {
        Outbox outbox = Outbox.open(folder);
        outbox.add(OutboxEntry.to(BOB, "k1", "one"));
        outbox.add(OutboxEntry.to(BOB, "k2", "two"));
        outbox.add(OutboxEntry.to("carol", "k3", "three"));
        assertThat(keys(Outbox.open(folder).waiting())).containsExactly("k1", "k2", "k3");
    }

    @Test
    void whatIsSettledWaitsNoMoreAndStaysSettled() throws IOException {
        Outbox outbox = Outbox.open(folder);
        outbox.add(OutboxEntry.to(BOB, "k1", "one"));
        outbox.add(OutboxEntry.to(BOB, "k2", "two"));
        outbox.stored("k1", 41);
        outbox.refused("k2", "no");
        outbox.refused("k1", "too late");
        outbox.add(OutboxEntry.to(BOB, "k1", "again"));
        Outbox again = Outbox.open(folder);
        assertThat(again.waiting()).isEmpty();
        assertThat(again.find("k1").orElseThrow().seq()).isEqualTo(41);
        assertThat(again.find("k1").orElseThrow().body()).isEqualTo("one");
        assertThat(again.find("k2").orElseThrow().refusal()).isEqualTo("no");
    }

    @Test
    void aNameIsResolvedOnceAndForAll() throws IOException {
        Outbox outbox = Outbox.open(folder);
        outbox.add(OutboxEntry.to("bob", "k1", "one"));
        outbox.address("k1", BOB);
        outbox.address("k1", new KnownRoom(4, RoomKind.GROUP, "bob", Instant.now()));
        OutboxEntry entry = Outbox.open(folder).find("k1").orElseThrow();
        assertThat(entry.room()).isEqualTo(3);
        assertThat(entry.roomCreatedAt()).isEqualTo(BOB.createdAt());
        assertThat(entry.to()).isEqualTo("@bob");
    }

    @Test
    void twoWhoShareAnOutboxSeeWhatTheOtherDoes() throws IOException {
        Outbox console = Outbox.open(folder);
        Outbox send = Outbox.open(folder);
        send.add(OutboxEntry.to(BOB, "k1", "from beside"));
        console.refresh();
        assertThat(keys(console.waiting())).containsExactly("k1");
        console.add(OutboxEntry.to(BOB, "k2", "typed"));
        console.stored("k1", 1);
        send.refresh();
        assertThat(keys(send.waiting())).containsExactly("k2");
    }

    @Test
    void anOutboxCutAtAnyByteLosesNothingThatWasAddedBefore() throws IOException {
        Outbox outbox = Outbox.open(folder);
        Path file = folder.resolve("outbox");
        outbox.add(OutboxEntry.to(BOB, "k1", "one"));
        long first = Files.size(file);
        outbox.add(OutboxEntry.to(BOB, "k2", "two"));
        byte[] whole = Files.readAllBytes(file);
        for (int length = (int) first; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            Outbox torn = Outbox.open(folder);
            torn.add(OutboxEntry.to(BOB, "k3", "three"));
            assertThat(keys(Outbox.open(folder).waiting()))
                    .as("cut at %d", length)
                    .containsExactly("k1", "k3");
        }
    }

    @Test
    void aDamagedMessageDoesNotTakeTheOthersWithItAndIsTold() throws IOException {
        Outbox.open(folder).add(OutboxEntry.to(BOB, "k1", "one"));
        Outbox console = Outbox.open(folder);
        console.add(OutboxEntry.to(BOB, "k2", "two"));
        console.add(OutboxEntry.to(BOB, "k3", "three"));
        damage("one");
        assertThat(Outbox.openToRead(folder).orElseThrow().takeDamage()).isPresent();
        Outbox command = Outbox.open(folder);
        assertThat(keys(command.waiting())).containsExactly("k2", "k3");
        assertThat(command.takeDamage()).hasValueSatisfying(damage -> {
            assertThat(damage.kept()).exists();
            assertThat(damage.places()).isOne();
        });
        assertThat(command.takeDamage()).isEmpty();
        assertThat(command.drop("k2", false))
                .as("the note of an attempt may have been damaged, too")
                .isFalse();
        console.refresh();
        assertThat(keys(console.waiting()))
                .as("a process that has read it before still has it")
                .containsExactly("k2", "k3", "k1");
        assertThat(Outbox.open(folder).find("k1").orElseThrow().body()).isEqualTo("one");
    }

    private void damage(String text) throws IOException {
        Path file = folder.resolve("outbox");
        byte[] bytes = Files.readAllBytes(file);
        bytes[new String(bytes, StandardCharsets.ISO_8859_1).indexOf(text)] ^= 1;
        Files.write(file, bytes);
    }

    @Test
    void onlyWhatWasNeverAttemptedIsChangedOrGivenUp() throws IOException {
        Outbox outbox = Outbox.open(folder);
        for (String key : List.of("k1", "k2", "k3")) {
            outbox.add(OutboxEntry.to(BOB, key, "of " + key));
        }
        assertThat(outbox.edit("k1", "other")).isTrue();
        assertThat(outbox.attempt("k1").orElseThrow().body()).isEqualTo("other");
        Outbox other = Outbox.open(folder);
        assertThat(other.edit("k1", "too late")).isFalse();
        assertThat(other.drop("k1", false)).isFalse();
        assertThat(other.drop("k2", false)).isTrue();
        assertThat(outbox.attempt("k2")).isEmpty();
        assertThat(other.drop("k1", true)).isTrue();
        outbox.stored("k1", 5);
        assertThat(keys(outbox.waiting())).containsExactly("k3");
        outbox.sendAgain();
        assertThat(keys(outbox.waiting())).containsExactly("k3");
        assertThat(outbox.number("k3")).isEqualTo(3);
    }

    @Test
    void aMessageOfAVersionThatNotedNoAttemptsCountsAsAttempted() throws IOException {
        String record = "{\"key\":\"k1\",\"to\":\"@bob\",\"resolved\":true,\"room\":3,\"body\":\"old\",\"seq\":0,"
                + "\"roomCreatedAt\":\"2026-01-01T00:00:00Z\",\"writtenAt\":\"2026-01-01T00:00:00Z\",\"state\":\"WAITING\"}";
        try (RecordFile file = RecordFile.open(folder.resolve("outbox"), "OUTBOX01")) {
            file.append(List.of(record.getBytes(StandardCharsets.UTF_8)));
        }
        Outbox outbox = Outbox.open(folder);
        assertThat(keys(outbox.waiting())).containsExactly("k1");
        assertThat(outbox.drop("k1", false)).isFalse();
        assertThat(outbox.attempt("k1").orElseThrow().body()).isEqualTo("old");
    }

    @Test
    void onlyOneAtATimeMaySend() throws IOException {
        Outbox one = Outbox.open(folder);
        Outbox other = Outbox.open(folder);
        try (FileGuard sending = one.trySending().orElseThrow()) {
            assertThat(other.trySending()).isEmpty();
            assertThat(sending).isNotNull();
        }
        try (FileGuard sending = other.trySending().orElseThrow()) {
            assertThat(sending).isNotNull();
        }
    }

    @Test
    void afterARollBackStoredMessagesWaitAgainUnderTheirKeys() throws IOException {
        Outbox outbox = Outbox.open(folder);
        outbox.add(OutboxEntry.to(BOB, "k1", "one"));
        outbox.add(OutboxEntry.to(BOB, "k2", "two"));
        outbox.add(OutboxEntry.to(BOB, "k3", "three"));
        outbox.stored("k1", 1);
        outbox.refused("k2", "no");
        outbox.sendAgain();
        assertThat(keys(outbox.waiting())).containsExactly("k1", "k3");
        assertThat(outbox.waiting())
                .extracting(OutboxEntry::resolved)
                .as("their room may be another by now")
                .containsExactly(false, false);
    }

    @Test
    void aNewEpochTakesOverWhatTheOldOneHeld() throws IOException {
        StateFolder state =
                StateFolder.of(URI.create("http://127.0.0.1:8080"), null, Map.of("XDG_STATE_HOME", folder.toString()));
        Login before = new Login("alice", 5, 1, "t", Instant.now(), "epoch-1");
        state.keep(before);
        Outbox old = Outbox.open(state, before);
        old.add(OutboxEntry.to(BOB, "k1", "stored"));
        old.add(OutboxEntry.to(BOB, "k2", "waiting"));
        old.stored("k1", 9);
        Login after = before.in("epoch-2");
        assertThat(keys(Outbox.open(state, after).waiting())).containsExactly("k1", "k2");
        assertThat(keys(Outbox.open(state, after).waiting())).containsExactly("k1", "k2");
        assertThat(state.earlier(new Login("bob", 6, 1, "t", Instant.now(), "epoch-2")))
                .isEmpty();
    }

    @Test
    void whatIsAddedToAnOutboxThatWasTakenOverIsFound() throws IOException {
        StateFolder state =
                StateFolder.of(URI.create("http://127.0.0.1:8080"), null, Map.of("XDG_STATE_HOME", folder.toString()));
        Login before = new Login("alice", 5, 1, "t", Instant.now(), "epoch-1");
        Outbox old = Outbox.open(state, before);
        old.add(OutboxEntry.to(BOB, "k1", "in time"));
        Login after = before.in("epoch-2");
        Outbox.open(state, after).stored("k1", 1);
        old.add(OutboxEntry.to(BOB, "k2", "late"));
        assertThat(keys(Outbox.open(state, after).waiting())).containsExactly("k2");
        Outbox.open(state, after).refused("k2", "no");
        assertThat(Outbox.open(state, after).waiting()).isEmpty();
    }

    @Test
    void aLargeOutboxIsShrunkAndKeepsWhatWaits() throws IOException {
        Outbox outbox = Outbox.open(folder);
        String body = "x".repeat(4000);
        for (int i = 0; i < 140; i++) {
            outbox.add(OutboxEntry.to(BOB, "k" + i, body));
            outbox.refused("k" + i, "no");
        }
        outbox.add(OutboxEntry.to(BOB, "last", "one"));
        long before = Files.size(folder.resolve("outbox"));
        assertThat(before).isGreaterThan(1 << 20);
        Outbox shrunk = Outbox.open(folder);
        assertThat(Files.size(folder.resolve("outbox"))).isLessThan(before * 2 / 3);
        assertThat(keys(shrunk.waiting())).containsExactly("last");
        outbox.add(OutboxEntry.to(BOB, "after", "two"));
        shrunk.refresh();
        assertThat(keys(shrunk.waiting())).containsExactly("last", "after");
    }

    private static List<String> keys(List<OutboxEntry> entries) {
        return entries.stream().map(OutboxEntry::key).toList();
    }
}
