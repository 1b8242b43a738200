package chat262.messages;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat262.accounts.Caller;
import chat262.api.Content;
import chat262.api.Message;
import chat262.api.ProblemType;
import chat262.messages.Verdicts.Key;
import chat262.messages.Verdicts.Known;
import chat262.messages.Verdicts.Standing;
import chat262.platform.RateLimit;
import chat262.platform.Time;
import chat262.problems.ProblemException;
import chat262.rooms.Outcome;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;

/** What becomes of a batch, decided without a database. */
class VerdictsTest {
    private static final long ROOM = 7;
    private static final long OTHER_ROOM = 8;
    private static final Caller ANN = caller(1, "ann");
    private static final Caller BOB = caller(2, "bob");

    private final Map<Member, Standing> standings = new HashMap<>();
    private final Map<Key, Known> known = new HashMap<>();
    private RateLimit limit = new RateLimit(0, Duration.ofSeconds(1));

    VerdictsTest() {
        standings.put(new Member(ROOM, 1), new Standing(10, false, 4));
        standings.put(new Member(ROOM, 2), new Standing(10, false, 10));
        standings.put(new Member(OTHER_ROOM, 1), new Standing(0, false, 0));
    }

    @Test
    void eachRoomIsNumberedOnFromItsCounterInTheOrderOfTheSends() {
        Send first = send(ANN, ROOM, "a");
        Send second = send(BOB, ROOM, "b");
        Send elsewhere = send(ANN, OTHER_ROOM, "c");
        Verdicts verdicts = decide(first, elsewhere, second);
        assertThat(seq(first)).isEqualTo(11);
        assertThat(seq(second)).isEqualTo(12);
        assertThat(seq(elsewhere)).isEqualTo(1);
        assertThat(verdicts.raised()).isEqualTo(Map.of(ROOM, 12L, OTHER_ROOM, 1L));
        assertThat(verdicts.appended())
                .extracting(entry -> entry.senderId() + ": " + entry.message().body())
                .containsExactly("1: a", "1: c", "2: b");
    }

    @Test
    void nobodyIsAnsweredBeforeTheAnswersAreGiven() {
        Send send = send(ANN, ROOM, "a");
        Verdicts verdicts = verdicts();
        verdicts.decide(send);
        assertThat(send.answer()).isNotDone();
        verdicts.answers().forEach(Runnable::run);
        assertThat(send.answer()).isCompleted();
    }

    @Test
    void ofEqualKeysTheFirstOneIsStoredAndTheOthersShareItsAnswer() {
        String key = key();
        Send first = new Send(ANN, ROOM, text("same"), key);
        Send again = new Send(ANN, ROOM, text("same"), key);
        Verdicts verdicts = decide(first, again);
        assertThat(outcome(first).changed()).isTrue();
        assertThat(outcome(again)).isEqualTo(new Outcome<>(outcome(first).view(), false));
        assertThat(verdicts.stored()).hasSize(1);
    }

    @Test
    void anEqualKeyWithAnotherBodyOrRoomIsRefusedAndTakesNoNumber() {
        String key = key();
        Send first = new Send(ANN, ROOM, text("one text"), key);
        Send otherBody = new Send(ANN, ROOM, text("another text"), key);
        Send otherRoom = new Send(ANN, OTHER_ROOM, text("one text"), key);
        Verdicts verdicts = decide(first, otherBody, otherRoom);
        assertRefused(otherBody.answer(), ProblemType.KEY_REUSED);
        assertRefused(otherRoom.answer(), ProblemType.KEY_REUSED);
        assertThat(verdicts.raised()).isEqualTo(Map.of(ROOM, 11L));
    }

    @Test
    void aKeyOfAnotherAccountIsAnotherKey() {
        String key = key();
        Send anns = new Send(ANN, ROOM, text("same"), key);
        Send bobs = new Send(BOB, ROOM, text("same"), key);
        decide(anns, bobs);
        assertThat(seq(anns)).isEqualTo(11);
        assertThat(seq(bobs)).isEqualTo(12);
    }

    @Test
    void aKeyIsFreeAfterARefusal() {
        String key = key();
        Send stranger = new Send(BOB, OTHER_ROOM, text("text"), key);
        Send member = new Send(BOB, ROOM, text("text"), key);
        decide(stranger, member);
        assertRefused(stranger.answer(), ProblemType.NOT_FOUND);
        assertThat(seq(member)).isEqualTo(11);
    }

    @Test
    void aKnownKeyIsAnsweredEvenIfTheSenderHasLeftSince() {
        Send send = send(ANN, ROOM, "sent long ago");
        Message stored = send.message(3, Time.now());
        known.put(Key.of(send), new Known(send.call().fingerprint(), stored));
        standings.clear();
        Verdicts verdicts = decide(send);
        assertThat(outcome(send)).isEqualTo(new Outcome<>(stored, false));
        assertThat(verdicts.stored()).isEmpty();
    }

    @Test
    void aKnownKeyOfAnotherCallIsRefused() {
        Send send = send(ANN, ROOM, "text");
        known.put(Key.of(send), new Known("a fingerprint of a room call", null));
        decide(send);
        assertRefused(send.answer(), ProblemType.KEY_REUSED);
    }

    @Test
    void nobodySendsToARoomThatIsClosed() {
        standings.put(new Member(ROOM, 1), new Standing(10, true, 4));
        Send send = send(ANN, ROOM, "text");
        decide(send);
        assertRefused(send.answer(), ProblemType.FORBIDDEN);
    }

    @Test
    void theLimitCountsAMessageOnceHoweverOftenItIsTried() {
        limit = new RateLimit(1, Duration.ofMinutes(1));
        Send first = send(ANN, ROOM, "a");
        Send tooMuch = send(ANN, ROOM, "b");
        verdicts().decide(first); // this try is rolled back
        decide(first, tooMuch);
        assertThat(seq(first)).isEqualTo(11);
        assertRefused(tooMuch.answer(), ProblemType.SLOW_DOWN);
    }

    @Test
    void theCursorMovesToTheHighestSeqThatExists() {
        Acknowledgement acknowledgement = new Acknowledgement(new Member(ROOM, 1));
        CompletableFuture<Long> low = acknowledgement.ask(3);
        CompletableFuture<Long> high = acknowledgement.ask(9);
        CompletableFuture<Long> beyond = acknowledgement.ask(11);
        Verdicts verdicts = verdicts();
        verdicts.decide(send(ANN, ROOM, "this becomes 11, which nobody can have shown"));
        verdicts.decide(acknowledgement);
        verdicts.answers().forEach(Runnable::run);
        assertThat(verdicts.moved()).isEqualTo(Map.of(new Member(ROOM, 1), 9L));
        assertThat(low).isCompletedWithValue(9L);
        assertThat(high).isCompletedWithValue(9L);
        assertRefused(beyond, ProblemType.BEYOND_THE_END);
    }

    @Test
    void aCursorNeverFalls() {
        Acknowledgement acknowledgement = new Acknowledgement(new Member(ROOM, 2));
        CompletableFuture<Long> low = acknowledgement.ask(5);
        Verdicts verdicts = verdicts();
        verdicts.decide(acknowledgement);
        verdicts.answers().forEach(Runnable::run);
        assertThat(verdicts.moved()).isEmpty();
        assertThat(low).isCompletedWithValue(10L);
    }

    @Test
    void afterAnUnknownOutcomeWhatAnEarlierTryHasStoredIsToldOfInOrder() {
        Send stored = send(ANN, ROOM, "stored by the first try");
        Send missing = send(ANN, ROOM, "not stored");
        known.put(Key.of(stored), new Known(stored.call().fingerprint(), stored.message(10, Time.now())));
        Verdicts verdicts = decide(missing, stored);
        assertThat(verdicts.present())
                .extracting(entry -> entry.message().seq())
                .containsExactly(10L, 11L);
        assertThat(verdicts.appended()).hasSize(1);
    }

    private Verdicts verdicts() {
        return new Verdicts(standings, known, limit, Time.now());
    }

    private Verdicts decide(Send... sends) {
        Verdicts verdicts = verdicts();
        List.of(sends).forEach(verdicts::decide);
        verdicts.answers().forEach(Runnable::run);
        return verdicts;
    }

    private static Outcome<Message> outcome(Send send) {
        return send.answer().join();
    }

    private static long seq(Send send) {
        return outcome(send).view().seq();
    }

    private static void assertRefused(CompletableFuture<?> answer, ProblemType type) {
        assertThatThrownBy(answer::join)
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(type));
    }

    private static Send send(Caller caller, long room, String body) {
        return new Send(caller, room, text(body), key());
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static Caller caller(long id, String username) {
        return new Caller(id, username, id, Time.now());
    }

    private static Content text(String body) {
        return new Content.Text(body);
    }
}
