package chat262.it.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The end of a process that ended by itself.
 *
 * @param command the program and its arguments
 * @param output both streams, in the order in which they were written
 */
public record ProcessResult(List<String> command, int exitCode, String output) {

    /** Runs a program without input. */
    public static ProcessResult of(String... command) {
        return of(new ProcessBuilder(command));
    }

    /** Runs a program without input. */
    public static ProcessResult of(ProcessBuilder builder) {
        try {
            return run(builder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether a program is installed: it must end with 0. */
    public static boolean isInstalled(String... command) {
        try {
            return run(new ProcessBuilder(command)).exitCode == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static ProcessResult run(ProcessBuilder builder) throws IOException {
        Process process = builder.redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            return new ProcessResult(builder.command(), process.waitFor(), output);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + builder.command() + " runs", e);
        }
    }

    /** The output of a process that ended with 0; {@link IllegalStateException} otherwise. */
    public String successful() {
        if (exitCode != 0) {
            throw new IllegalStateException(
                    String.join(" ", command) + " ended with exit code " + exitCode + ": " + output);
        }
        return output;
    }
}
