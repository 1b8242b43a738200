package chat262.messages;

import chat262.accounts.Caller;
import chat262.api.Message;
import chat262.api.MessageKind;
import chat262.platform.RateLimit;
import chat262.problems.Problems;
import chat262.rooms.KeyedCall;
import chat262.rooms.Outcome;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/** A message on its way into the log, and the answer that its sender waits for. */
final class Send {
    private final Member sender;
    private final String username;
    private final String body;
    private final KeyedCall call;
    private final CompletableFuture<Outcome<Message>> answer = new CompletableFuture<>();
    private boolean counted;

    Send(Caller caller, long roomId, String body, String key) {
        this.sender = new Member(roomId, caller.accountId());
        this.username = caller.username();
        this.body = body;
        this.call = KeyedCall.of(caller.accountId(), key, "send", String.valueOf(roomId), body);
    }

    /** Who sends, and where to. */
    Member sender() {
        return sender;
    }

    /** What its key stands for. */
    KeyedCall call() {
        return call;
    }

    CompletableFuture<Outcome<Message>> answer() {
        return answer;
    }

    /** Counts this message, once however often its batch is tried, or refuses it with {@code slow-down}. */
    void count(RateLimit limit) {
        if (counted) {
            return;
        }
        limit.secondsToWait(sender.accountId()).ifPresent(seconds -> {
            throw Problems.slowDown(seconds);
        });
        limit.count(sender.accountId());
        counted = true;
    }

    /** The entry that it becomes. */
    Message message(long seq, Instant sentAt) {
        return stored(sender.roomId(), seq, sentAt, body);
    }

    /** The entry that its key has named before, in whatever room. */
    Message stored(long roomId, long seq, Instant sentAt, String text) {
        String kind = MessageKind.TEXT.wireName();
        return new Message(roomId, seq, kind, username, sentAt, call.key(), text, null, null, null, null, null);
    }
}
