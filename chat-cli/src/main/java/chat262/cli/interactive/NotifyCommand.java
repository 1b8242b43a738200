package chat262.cli.interactive;

import chat262.api.Message;
import chat262.cli.store.KnownRoom;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * A person's own command that runs for a message: {@code CHAT_ROOM_NAME} and {@code CHAT_SENDER} are its room and sender,
 * and its text is the standard input, where no shell can interpret it. One runs at a time; messages that come meanwhile are
 * left out. Its output and its exit code are ignored.
 */
final class NotifyCommand {
    private static final long TIMEOUT_SECONDS = 10;

    private final ThreadPoolExecutor runner = new ThreadPoolExecutor(
            0,
            1,
            1,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            task -> {
                Thread thread = new Thread(task, "notify command");
                thread.setDaemon(true);
                return thread;
            },
            new ThreadPoolExecutor.DiscardPolicy());

    /** Starts it and doesn't wait. */
    void run(String command, KnownRoom room, Message message) {
        runner.execute(() -> tell(command, room, message));
    }

    private static void tell(String command, KnownRoom room, Message message) {
        ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-c", command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        Map<String, String> environment = builder.environment();
        environment.put("CHAT_ROOM_NAME", room.address());
        environment.put("CHAT_SENDER", message.sender() == null ? "" : message.sender());
        try {
            Process process = builder.start();
            try (OutputStream in = process.getOutputStream()) {
                in.write(message.body() == null ? new byte[0] : message.body().getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                // It doesn't read its input.
            }
            if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            // There is no shell.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
