package chat262.cli.screen;

import chat262.cli.config.Preferences;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Where a person reads and types. Its methods may be called by any thread; one at a time reads. */
public interface Screen extends Closeable {
    /**
     * Shows lines of a view. When it returns they are written and flushed.
     *
     * @throws IOException if they may not have been
     */
    void show(List<Line> lines) throws IOException;

    /** Prints the result of a command on standard output. */
    void print(String text) throws IOException;

    /**
     * Whether all that was printed was taken by what reads standard output; true where that can't be told.
     *
     * @throws OutputClosed if that has ended and left something
     */
    default boolean isTaken() throws IOException {
        return true;
    }

    /** @throws OutputClosed if what reads standard output has ended, as far as that can be told */
    default void ensureRead() throws OutputClosed {}

    /** Tells the person something that is neither a line of a view nor the result of a command. */
    void say(String text);

    /** Keeps what is typed at the prompt in this folder, where it can be found again; never answers or passwords. */
    default void keepInput(Path folder) {}

    /** Completes what is typed by these suggestions, where there is completion. */
    void complete(Suggestions suggestions);

    /** Shows the status, where there is a status line. */
    void status(StatusModel status);

    /** Uses other colours from now on, where there are any. */
    void paint(Preferences.Theme theme);

    /** Rings the terminal's bell, where there is one. */
    void ring();

    /**
     * Reads a command, or a message where the view of a room is open.
     *
     * @param draft what stands there already
     * @param message whether it is a message: a terminal takes the line away, as the view will show it
     * @throws IOException if the line is not text
     */
    Input prompt(String prompt, String draft, boolean message) throws IOException;

    /**
     * Reads an answer.
     *
     * @return null at the end of the input
     * @throws IOException if the line is not text
     */
    String read(String prompt) throws IOException;

    /** Reads a line without showing what is typed; null at the end of the input. */
    String readSecret(String prompt) throws IOException;

    /** Whether {@link #prompt} shows a draft, so that it is finished with the line. */
    default boolean takesDrafts() {
        return false;
    }

    /** Reads all that is left of the input. */
    String readAll() throws IOException;

    /** Whether there is a person at a terminal, who can be asked. */
    boolean isTerminal();

    /** Whether {@link #status} is seen. */
    boolean hasStatusLine();

    @Override
    void close() throws IOException;
}
