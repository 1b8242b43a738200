package chat262.cli.terminal;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A person's own editor, for a text that has outgrown a line. */
final class Editor {
    private Editor() {}

    /**
     * Opens a text in {@code $VISUAL}, {@code $EDITOR} or vi and waits until the editor ends.
     *
     * @return the text as it was saved, without blanks and line ends at its end
     * @throws IOException if the editor can't be started, fails, or leaves no UTF-8 text; the message says where the file is
     */
    static String edit(String text, Map<String, String> environment) throws IOException {
        Path file = Files.createTempFile("chat-message", ".txt"); // for its owner alone
        Files.writeString(file, text);
        try {
            run(editor(environment), file);
            String edited = Files.readString(file).stripTrailing();
            Files.delete(file);
            return edited;
        } catch (MalformedInputException e) {
            throw new IOException("the editor has not saved UTF-8; your text is in " + file, e);
        } catch (IOException e) {
            throw new IOException(e.getMessage() + "; your text is in " + file, e);
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
