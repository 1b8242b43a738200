package chat262.messages.writer;

import chat262.accounts.Caller;
import chat262.api.Content;
import chat262.api.Message;
import chat262.api.MessageKind;
import chat262.platform.RateLimit;
import chat262.problems.Problems;
import chat262.rooms.IdempotentRequest;
import chat262.rooms.MemberId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A message on its way into the log, and the callback for its outcome. */
final class Send {
    private final MemberId sender;
    private final String username;
    private final Content content;
    private final IdempotentRequest call;
    private final SendCallback callback;
    private boolean counted;

    Send(Caller caller, long roomId, Content content, String key, SendCallback callback) {
        this.sender = new MemberId(roomId, caller.accountId());
        this.username = caller.username();
        this.content = content;
        this.call = IdempotentRequest.of(caller.accountId(), key, request(roomId, content));
        this.callback = callback;
    }

    /** What the key stands for: kind, room and all that is said. For a text the stored fingerprints have "send". */
    private static String[] request(long roomId, Content content) {
        String kind = content.kind() == MessageKind.TEXT ? "send" : content.kindName();
        List<String> request = new ArrayList<>(List.of(kind, String.valueOf(roomId)));
        request.addAll(ContentColumns.values(content));
        return request.toArray(String[]::new);
    }

    /** Who sends, and where to. */
    MemberId sender() {
        return sender;
    }

    /** What its key stands for. */
    IdempotentRequest call() {
        return call;
    }

    /** What it says. */
    Content content() {
        return content;
    }

    SendCallback callback() {
        return callback;
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
        return stored(sender.roomId(), seq, sentAt, content);
    }

    /** What is published of the entry that it has become. */
    MessagesAppended.Entry entry(Message message) {
        return new MessagesAppended.Entry(
                sender.accountId(), null, message, callback.travelsWithEntry() ? callback : null);
    }

    /** The entry that its key has named before, in whatever room. */
    Message stored(long roomId, long seq, Instant sentAt, Content said) {
        return new Message(roomId, seq, username, sentAt, call.key(), said);
    }
}
