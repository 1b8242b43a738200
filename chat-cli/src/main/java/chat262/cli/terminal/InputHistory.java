package chat262.cli.terminal;

import chat262.cli.screen.NotText;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.jline.reader.LineReader;
import org.jline.reader.impl.history.DefaultHistory;

/** What was typed at the prompt, which Ctrl-R and the arrows find again; answers and passwords are not among it. */
final class InputHistory {
    private static final int MAX_LINES = 1000;

    private final LineReader reader;
    private final DefaultHistory lines;

    InputHistory(LineReader reader) {
        this.reader = reader;
        this.lines = (DefaultHistory) reader.getHistory();
        reader.setVariable(LineReader.DISABLE_HISTORY, true); // JLine would take every line that it reads
        reader.setVariable(LineReader.HISTORY_FILE_SIZE, MAX_LINES);
    }

    /** Goes on with the lines in a folder, and keeps further ones there. */
    void use(Path folder) {
        Path file = folder.resolve("input");
        try {
            createForOwner(file);
            reader.setVariable(LineReader.HISTORY_FILE, file);
            lines.load();
        } catch (IOException e) {
            reader.setVariable(LineReader.HISTORY_FILE, null); // they are known as long as the console runs
        }
    }

    private static void createForOwner(Path file) throws IOException {
        try {
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } catch (FileAlreadyExistsException e) {
            // From an earlier run.
        } catch (UnsupportedOperationException e) {
            Files.createFile(file); // no POSIX file system
        }
    }

    /** A line that was read at the prompt, as it is meant; it is found again from now on. */
    String finished(String line, boolean message) throws NotText {
        String text = NotText.unlessWhole(line).replaceFirst("\n+$", ""); // what is pasted may end with one
        if (message || text.indexOf('\n') < 0) { // several lines at once are no command, and may hold a password
            add(text);
        }
        return text;
    }

    private void add(String line) {
        reader.setVariable(LineReader.DISABLE_HISTORY, false);
        lines.add(line);
        reader.setVariable(LineReader.DISABLE_HISTORY, true);
    }
}
