package chat262.messages.writer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat262.accounts.Caller;
import chat262.api.Content;
import chat262.api.Message;
import chat262.api.problems.ProblemType;
import chat262.messages.writer.BatchPlan.AccountKey;
import chat262.messages.writer.BatchPlan.MembershipState;
import chat262.messages.writer.BatchPlan.StoredKey;
import chat262.platform.RateLimit;
import chat262.platform.Time;
import chat262.problems.ProblemException;
import chat262.rooms.MemberId;
import chat262.rooms.Result;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** A batch of two rooms and two members, and what a plan makes of it. */
abstract class BatchPlanFixture {
    static final long ROOM = 7;
    static final long OTHER_ROOM = 8;
    static final Caller ANN = caller(1, "ann");
    static final Caller BOB = caller(2, "bob");

    final Map<MemberId, MembershipState> members = new HashMap<>();
    final Map<AccountKey, StoredKey> keys = new HashMap<>();
    RateLimit limit = new RateLimit(0, Duration.ofSeconds(1));

    BatchPlanFixture() {
        members.put(new MemberId(ROOM, 1), new MembershipState(10, false, 4));
        members.put(new MemberId(ROOM, 2), new MembershipState(10, false, 10));
        members.put(new MemberId(OTHER_ROOM, 1), new MembershipState(0, false, 0));
    }

    BatchPlan plan(Batch batch) {
        return BatchPlan.of(batch, new BatchPlan.Snapshot(members, keys), limit, Time.now());
    }

    BatchPlan carryOut(Send... sends) {
        return carryOut(new Batch(List.of(sends), List.of()));
    }

    /** Decides, and completes the requests as after the commit. */
    BatchPlan carryOut(Batch batch) {
        BatchPlan plan = plan(batch);
        plan.result().responses().forEach(Runnable::run);
        return plan;
    }

    static Result<Message> result(Send send) {
        return answer(send).join();
    }

    static CompletableFuture<Result<Message>> answer(Send send) {
        return ((RequestCallback) send.callback()).answer();
    }

    static long seq(Send send) {
        return result(send).view().seq();
    }

    static void assertRefused(CompletableFuture<?> answer, ProblemType type) {
        assertThatThrownBy(answer::join)
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.type()).isEqualTo(type));
    }

    static Send send(Caller caller, long room, String body) {
        return new Send(caller, room, text(body), key(), new RequestCallback());
    }

    static String key() {
        return UUID.randomUUID().toString();
    }

    static Caller caller(long id, String username) {
        return new Caller(id, username, id, Time.now());
    }

    static Content text(String body) {
        return new Content.Text(body);
    }
}
