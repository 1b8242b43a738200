package chat262.cli.commands.script;

import chat262.cli.store.KnownRoom;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** A command of the user's that gets one entry at a time on its standard input. */
final class ShellCommand {
    private final String command;
    private final String epoch;

    /** @param epoch the history that the entries are from */
    ShellCommand(String command, String epoch) {
        this.command = command;
        this.epoch = epoch;
    }

    /**
     * Runs it and waits for its end; its output goes where that of this process goes.
     *
     * @return its exit code
     */
    int run(KnownRoom room, long seq, String text) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-c", command)
                .redirectOutput(ProcessBuilder.Redirect.INHERIT)
                .redirectError(ProcessBuilder.Redirect.INHERIT);
        // Together they name an entry for ever; a name may change.
        builder.environment().put("CHAT_EPOCH", epoch);
        builder.environment().put("CHAT_ROOM", String.valueOf(room.id()));
        builder.environment().put("CHAT_SEQ", String.valueOf(seq));
        builder.environment().put("CHAT_ROOM_NAME", room.address());
        byte[] input = (text + "\n").getBytes(StandardCharsets.UTF_8);
        // If this process dies in between, the command sees the end of its input. Only the length tells that it is
        // early.
        builder.environment().put("CHAT_BYTES", String.valueOf(input.length));
        Process process = builder.start();
        try (OutputStream in = process.getOutputStream()) {
            in.write(input);
        } catch (IOException e) {
            // A command need not read its input; its exit code counts.
            return process.waitFor();
        }
        return process.waitFor();
    }
}
