package chat262.cli.server;

import chat262.api.Live;
import chat262.api.Message;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Listens to the live stream for the account of the session, which no other call tells. */
final class Identity implements LiveStream.Listener {
    private static final long TIMEOUT_SECONDS = 10;

    private final CompletableFuture<LiveStream.Greeting> greeting = new CompletableFuture<>();

    /** Waits for the greeting. */
    LiveStream.Greeting await() {
        try {
            return greeting.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            throw NoAnswer.because("the live stream does not say whose session this is");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw NoAnswer.because("the call was broken off");
        }
    }

    @Override
    public void greeted(LiveStream.Greeting heard) {
        greeting.complete(heard);
    }

    @Override
    public void ended() {
        greeting.completeExceptionally(NoAnswer.because("the stream has ended"));
    }

    @Override
    public void message(Message message) {
        // Only the greeting counts here.
    }

    @Override
    public void changed() {
        // Only the greeting counts here.
    }

    @Override
    public void stored(Live.Stored stored) {
        // Nothing is sent here.
    }

    @Override
    public void refused(String key, Optional<RequestRejected> why) {
        // Nothing is sent here.
    }

    @Override
    public void cursors(long room, Map<String, Long> cursors) {
        // No room is watched here.
    }
}
