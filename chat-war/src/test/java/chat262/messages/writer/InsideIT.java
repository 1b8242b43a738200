package chat262.messages.writer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import chat262.accounts.Caller;
import chat262.api.Message;
import chat262.api.problems.ProblemType;
import chat262.api.rooms.NewRoom;
import chat262.problems.ProblemException;
import chat262.rooms.Result;
import java.io.File;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.stream.LongStream;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What only a look from inside can show: batches that are held back, and what a transaction that is rolled back leaves behind. */
@ExtendWith(ArquillianExtension.class)
class InsideIT extends InsideFixture {
    private static final String TOO_LONG_FOR_THE_TABLE = "x".repeat(8001);

    @Deployment
    static WebArchive theBuiltWar() {
        return ShrinkWrap.createFromZipFile(WebArchive.class, new File("target/chat.war"))
                .addClasses(InsideIT.class, InsideFixture.class, Heard.class);
    }

    @Test
    void whoFindsTheQueueFullIsAnsweredAtOnceAndEverybodyWhoGotInIsStoredInOrder() throws Exception {
        Caller ann = register("full-ann");
        long room = direct(ann, "full-bob");
        List<CompletionStage<Result<Message>>> accepted = new ArrayList<>();
        String refused = key();
        holding(room, () -> {
            // The writer may have taken a batch already, and waits with it for the room.
            while (accepted.size() <= Inbox.MAX_WAITING + Inbox.MAX_BATCH) {
                try {
                    accepted.add(inbox.send(ann, room, text("m" + accepted.size()), key()));
                } catch (ProblemException e) {
                    assertEquals(ProblemType.OVERLOADED, e.type());
                    assertEquals(1, e.retryAfterSeconds());
                    assertThrows(ProblemException.class, () -> inbox.send(ann, room, text("refused"), refused));
                    return;
                }
            }
        });
        assertTrue(accepted.size() >= Inbox.MAX_WAITING, accepted.size() + " were accepted");
        assertTrue(accepted.size() <= Inbox.MAX_WAITING + Inbox.MAX_BATCH, accepted.size() + " were accepted");
        for (int i = 0; i < accepted.size(); i++) {
            assertEquals(i + 1, stored(accepted.get(i)).seq());
        }
        // Nothing of the refused one is there: its key is as good as new.
        assertEquals(
                accepted.size() + 1,
                stored(inbox.send(ann, room, text("another text"), refused)).seq());
    }

    @Test
    void aMessageThatTheTableRefusesFailsAloneAndTakesNoNumber() throws Exception {
        Caller ann = register("bad-ann");
        long held = direct(ann, "bad-bob");
        long room = direct(ann, "bad-cid");
        String badKey = key();
        List<CompletionStage<Result<Message>>> good = new ArrayList<>();
        List<CompletionStage<Result<Message>>> bad = new ArrayList<>();
        List<CompletionStage<Long>> cursor = new ArrayList<>();
        holding(held, () -> {
            good.add(inbox.send(ann, held, text("keeps the writer waiting"), key()));
            for (int i = 0; i < 20; i++) {
                if (i == 13) {
                    bad.add(inbox.send(ann, room, text(TOO_LONG_FOR_THE_TABLE), badKey));
                }
                good.add(inbox.send(ann, room, text("m" + i), key()));
            }
            cursor.add(inbox.acknowledge(ann, room, 0));
        });
        for (int i = 1; i < good.size(); i++) {
            assertEquals(i, stored(good.get(i)).seq());
        }
        assertThrows(CompletionException.class, () -> stored(bad.get(0)));
        assertEquals(0, cursor.get(0).toCompletableFuture().join());
        assertEquals(21, stored(inbox.send(ann, room, text("short"), badKey)).seq());
    }

    @Test
    void aRoomThatIsLockedElsewhereKeepsOnlyItsOwnMessagesWaiting() throws Exception {
        Caller ann = register("stuck-ann");
        long held = direct(ann, "stuck-bob");
        long room = direct(ann, "stuck-cid");
        List<CompletionStage<Result<Message>>> waiting = new ArrayList<>();
        holding(held, () -> {
            waiting.add(inbox.send(ann, held, text("first"), key()));
            waiting.add(inbox.send(ann, held, text("second"), key()));
            assertEquals(
                    1, stored(inbox.send(ann, room, text("goes on"), key())).seq());
            assertEquals(2, stored(inbox.send(ann, room, text("and on"), key())).seq());
            waiting.add(inbox.send(ann, held, text("third"), key()));
        });
        for (int i = 0; i < waiting.size(); i++) {
            assertEquals(i + 1, stored(waiting.get(i)).seq());
        }
        assertEquals(4, stored(inbox.send(ann, held, text("fourth"), key())).seq());
    }

    @Test
    void equalKeysOfABatchAreOneMessage() throws Exception {
        Caller ann = register("fold-ann");
        long room = direct(ann, "fold-bob");
        String key = key();
        List<CompletionStage<Result<Message>>> answers = new ArrayList<>();
        holding(room, () -> {
            answers.add(inbox.send(ann, room, text("keeps the writer waiting"), key()));
            answers.add(inbox.send(ann, room, text("once"), key));
            answers.add(inbox.send(ann, room, text("once"), key));
            answers.add(inbox.send(ann, room, text("something else"), key));
        });
        Result<Message> first = answers.get(1).toCompletableFuture().join();
        Result<Message> second = answers.get(2).toCompletableFuture().join();
        assertTrue(first.changed() && !second.changed());
        assertEquals(first.view(), second.view());
        assertEquals(ProblemType.KEY_REUSED, refusal(answers.get(3)).type());
        assertEquals(2, messages.after(ann, room, 0L, 10).lastSeq());
    }

    @Test
    void aRefusedCursorDoesNotAffectOthers() throws Exception {
        Caller ann = register("ack-ann");
        long room = direct(ann, "ack-bob");
        stored(inbox.send(ann, room, text("the only one"), key()));
        List<CompletionStage<Result<Message>>> sent = new ArrayList<>();
        List<CompletionStage<Long>> cursors = new ArrayList<>();
        holding(room, () -> {
            sent.add(inbox.send(ann, room, text("keeps the writer waiting"), key()));
            cursors.add(inbox.acknowledge(ann, room, 3)); // what is stored meanwhile can't have been shown
            cursors.add(inbox.acknowledge(ann, room, 1));
            cursors.add(inbox.acknowledge(ann, room, 0));
            cursors.add(inbox.acknowledge(ann, Long.MAX_VALUE, 1));
        });
        assertEquals(2, stored(sent.get(0)).seq());
        assertEquals(ProblemType.BEYOND_THE_END, refusal(cursors.get(0)).type());
        assertEquals(1, cursors.get(1).toCompletableFuture().join());
        assertEquals(1, cursors.get(2).toCompletableFuture().join());
        assertEquals(ProblemType.NOT_FOUND, refusal(cursors.get(3)).type());
        assertEquals(1, messages.after(ann, room, null, 10).cursor());
    }

    @Test
    void aWriterThatStopsStoresWhatItHasAcceptedAndRefusesTheRest() throws Exception {
        Caller ann = register("stop-ann");
        long room = direct(ann, "stop-bob");
        LogWriter writer = anotherWriter();
        List<CompletionStage<Result<Message>>> accepted = new ArrayList<>();
        for (int i = 0; i < 600; i++) { // more than a batch or two
            accepted.add(writer.inbox.send(ann, room, text("m" + i), key()));
        }
        writer.stop();
        ProblemException refusal =
                assertThrows(ProblemException.class, () -> writer.inbox.send(ann, room, text("too late"), key()));
        assertEquals(ProblemType.OVERLOADED, refusal.type());
        for (int i = 0; i < accepted.size(); i++) {
            assertEquals(i + 1, stored(accepted.get(i)).seq());
        }
        assertEquals(accepted.size(), messages.after(ann, room, 0L, 1).lastSeq());
    }

    @Test
    void twoWritersOnOneRoomLeaveNoHoleAndStoreAKeyOnce() throws Exception {
        Caller ann = register("two-ann");
        long room = direct(ann, "two-bob");
        LogWriter other = anotherWriter();
        try {
            List<CompletionStage<Result<Message>>> answers = new ArrayList<>();
            for (int i = 0; i < 500; i++) {
                String key = key();
                answers.add(inbox.send(ann, room, text("m" + i), key));
                answers.add(other.inbox.send(ann, room, text("m" + i), key));
            }
            Set<Long> seqs = new HashSet<>();
            for (CompletionStage<Result<Message>> answer : answers) {
                seqs.add(stored(answer).seq());
            }
            assertEquals(new HashSet<>(LongStream.rangeClosed(1, 500).boxed().toList()), seqs);
        } finally {
            other.stop();
        }
    }

    @Test
    void whatIsStoredIsToldOfInOrderAfterItsCommitAndWhatIsRolledBackIsNot() throws Exception {
        Caller ann = register("hear-ann");
        Caller bob = register("hear-bob");
        register("hear-cid");
        NewRoom request = new NewRoom("heard", List.of("hear-bob"), true, null);
        transaction.begin();
        long undone = rooms.create(ann, request, null).view().id();
        assertEquals(List.of(), heard.in(undone));
        transaction.rollback();
        assertEquals(List.of(), heard.in(undone));

        long room = rooms.create(ann, request, null).view().id();
        stored(inbox.send(bob, room, text("hello"), key()));
        members.invite(ann, room, "hear-cid", null);
        accounts.delete(ann);
        stored(inbox.send(bob, room, text("bye"), key()));
        heard.await(room, 6); // the answer doesn't wait for those who listen
        assertEquals(
                List.of("1 created", "2 text", "3 joined", "4 role", "5 left", "6 text"),
                heard.in(room).stream()
                        .map(entry -> entry.seq() + " " + entry.kindName())
                        .toList());
    }

    @Test
    void aGroupWhoseCreationRollsBackLeavesItsNameFree() throws Exception {
        Caller carl = register("carl");
        register("dora");
        var request = new NewRoom("inside", List.of("dora"), true, null);

        transaction.begin();
        rooms.create(carl, request, null);
        transaction.rollback();

        assertEquals("inside", rooms.create(carl, request, null).view().name());
        assertThrows(Exception.class, () -> rooms.create(carl, request, null));
    }
}
