package chat262.cli.terminal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A person's own editor, for a text that has outgrown a line. */
final class Editor {
    private Editor() {}

    /**
     * Opens a text in {@code $VISUAL}, {@code $EDITOR} or vi and waits until the editor ends.
     *
     * @return the text as it was saved, without the last end of line
     * @throws IOException if the editor can't be started, fails, or leaves no text
     */
    static String edit(String text, Map<String, String> environment) throws IOException {
        Path file = Files.createTempFile("chat-message", ".txt"); // for its owner alone
        try {
            Files.writeString(file, text);
            run(editor(environment), file);
            return Files.readString(file).stripTrailing();
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static String editor(Map<String, String> environment) {
        String visual = environment.getOrDefault("VISUAL", "").strip();
        String editor = environment.getOrDefault("EDITOR", "").strip();
        return !visual.isEmpty() ? visual : !editor.isEmpty() ? editor : "vi";
    }

    private static void run(String editor, Path file) throws IOException {
        // By the shell, as the variable may hold options too.
        Process process = new ProcessBuilder("/bin/sh", "-c", editor + " \"$1\"", "chat", file.toString())
                .inheritIO()
                .start();
        try {
            int exitCode = process.waitFor();
            if (exitCode != 0) {
                throw new IOException(
                        "the editor '" + editor + "' ended with " + exitCode + "; set EDITOR to one that is installed");
            }
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("the editor was broken off");
        }
    }
}
