package chat262.cli.server;

import chat262.api.Live;
import chat262.api.Message;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Sends messages over the live stream while there is one, and finds the answer of each among what the stream brings: {@code
 * stored}, {@code refused}, or the message itself with its key. Thread-safe.
 */
public final class StreamSends {
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(15);

    /** What waits for an answer, by key: the seq, or none if the message must be sent by a call. */
    private final Map<String, CompletableFuture<OptionalLong>> unanswered = new ConcurrentHashMap<>();

    /** The stream that is up; null if there is none, or the one that there is answers no sends. */
    private final AtomicReference<LiveStream> live = new AtomicReference<>();

    /** The server has greeted on this stream: it is up. */
    public void up(LiveStream stream) {
        live.set(stream);
    }

    /** No stream is up any more: what became of the messages without an answer is unknown. */
    public void down() {
        live.set(null);
        NoAnswer gone = NoAnswer.because("the live stream broke");
        unanswered.values().forEach(answer -> answer.completeExceptionally(gone));
    }

    /**
     * Sends a message and waits for its answer.
     *
     * @return its seq; empty if it must be sent by a call, under the same key: there is no stream, or no answer that this version
     *     understands
     * @throws RequestRejected if the server refused it
     * @throws NoAnswer if the stream ended before the answer
     */
    public OptionalLong send(long room, String key, String body) {
        LiveStream stream = live.get();
        if (stream == null) {
            return OptionalLong.empty();
        }
        CompletableFuture<OptionalLong> answer = new CompletableFuture<>();
        unanswered.put(key, answer);
        try {
            // Once it is among the unanswered, down() ends it; it may have been called before that.
            if (live.get() != stream || !stream.send(room, key, body)) {
                return OptionalLong.empty();
            }
            return await(answer, stream);
        } finally {
            unanswered.remove(key);
        }
    }

    private OptionalLong await(CompletableFuture<OptionalLong> answer, LiveStream stream) {
        try {
            return answer.get(ANSWER_TIMEOUT.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            live.compareAndSet(
                    stream, null); // an older server, or something in between; it still brings what others send
            return OptionalLong.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw NoAnswer.because("the call was broken off");
        } catch (ExecutionException e) {
            throw (RuntimeException) e.getCause(); // nothing else completes it
        }
    }

    /** The server says that a message is stored. */
    public void stored(Live.Stored stored) {
        OptionalLong seq = stored.seq() == null ? OptionalLong.empty() : OptionalLong.of(stored.seq());
        settle(stored.key(), seq);
    }

    /** A message has come; it may be one that was sent here. */
    public void message(Message message) {
        if (message.key() != null) {
            settle(message.key(), OptionalLong.of(message.seq()));
        }
    }

    private void settle(String key, OptionalLong seq) {
        CompletableFuture<OptionalLong> answer = unanswered.get(key);
        if (answer != null) {
            answer.complete(seq);
        }
    }

    /** The server says that a message is not stored. */
    public void refused(String key, Optional<RequestRejected> why) {
        CompletableFuture<OptionalLong> answer = unanswered.get(key);
        if (answer == null) {
            return;
        }
        why.ifPresentOrElse(answer::completeExceptionally, () -> answer.complete(OptionalLong.empty()));
    }
}
