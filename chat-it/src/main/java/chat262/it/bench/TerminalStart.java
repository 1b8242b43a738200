package chat262.it.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Starts a command in a terminal of its own, which {@code script} of util-linux makes, and waits for what it says. */
final class TerminalStart {
    private static final String READY = "terminal is ready";
    private static final int TIMEOUT_SECONDS = 60;

    private final Map<String, String> environment;

    TerminalStart(Map<String, String> environment) {
        this.environment = environment;
    }

    /** Whether this machine can do it. */
    static boolean isPossible() throws IOException, InterruptedException {
        try {
            Process asked = new ProcessBuilder("script", "--version")
                    .redirectErrorStream(true)
                    .start();
            String said = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return asked.waitFor() == 0 && said.contains("util-linux");
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Starts a command.
     *
     * @param command for a shell
     * @param awaited what it says when it has started
     * @param toEnd what is typed then, to end it
     * @return the nanoseconds from the start until it had said that
     */
    long measure(Path folder, String command, String awaited, String toEnd) throws IOException, InterruptedException {
        // The terminal gets its size, and everything that is not of the command is done, before the time runs.
        String shell = "stty rows 24 cols 80 -echo; echo " + READY + "; read go; exec " + command;
        ProcessBuilder builder = new ProcessBuilder("script", "-qec", shell, "/dev/null").directory(folder.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("CHAT_"));
        builder.environment().putAll(environment);
        Process process = builder.redirectErrorStream(true).start();
        try (OutputStream keys = process.getOutputStream()) {
            InputStream screen = process.getInputStream();
            await(screen, READY);
            long begin = System.nanoTime();
            type(keys, "\n");
            await(screen, awaited);
            long took = System.nanoTime() - begin;
            type(keys, toEnd);
            screen.readAllBytes();
            return took;
        } finally {
            if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
    }

    private static void type(OutputStream keys, String text) throws IOException {
        keys.write(text.getBytes(StandardCharsets.UTF_8));
        keys.flush();
    }

    private static void await(InputStream screen, String text) throws IOException {
        StringBuilder said = new StringBuilder();
        while (said.indexOf(text) < 0) {
            int next = screen.read();
            if (next < 0) {
                throw new IOException("it ended before it said '" + text + "', with: " + said);
            }
            said.append((char) next);
        }
    }
}
