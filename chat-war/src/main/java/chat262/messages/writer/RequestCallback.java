package chat262.messages.writer;

import chat262.api.Message;
import chat262.rooms.Result;
import java.util.concurrent.CompletableFuture;

/** Answers a send that came as a request. */
final class RequestCallback implements SendCallback {
    private final CompletableFuture<Result<Message>> answer = new CompletableFuture<>();

    CompletableFuture<Result<Message>> answer() {
        return answer;
    }

    @Override
    public void stored(Message message, boolean repeat) {
        answer.complete(new Result<>(message, !repeat));
    }

    @Override
    public void failed(Throwable failure) {
        answer.completeExceptionally(failure);
    }

    @Override
    public boolean travelsWithEntry() {
        return false;
    }
}
