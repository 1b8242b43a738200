package chat262.cli.terminal;

import chat262.cli.screen.Input;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jline.keymap.KeyMap;
import org.jline.reader.LineReader;
import org.jline.reader.Reference;
import org.jline.reader.impl.InputRC;
import org.jline.terminal.Terminal;
import org.jline.utils.InfoCmp.Capability;

/**
 * The keys beyond those that edit a line: to other rooms, for a line break within a message, and to an editor. A key
 * that leads elsewhere ends the line that is being read; {@link #pressed} then says which it was.
 */
final class Keys {
    private static final String ARROW_LEFT = "\033[1;3D";
    private static final String ARROW_RIGHT = "\033[1;3C";

    private final Reader reader;
    private Input pressed;
    private boolean editor;

    /** @param widths told where the cursor is, which the terminal says as if it were a key */
    Keys(Reader reader, Terminal terminal, WidthProbe widths) {
        this.reader = reader;
        readInputrc();
        bind("chat-next-unread", Input.What.NEXT_UNREAD, 0, KeyMap.alt('a'));
        bind("chat-first-unread", Input.What.FIRST_UNREAD, 0, KeyMap.alt('u'));
        bind("chat-room-before", Input.What.ROOM_BEFORE, 0, ARROW_LEFT, KeyMap.alt(left(terminal)));
        bind("chat-room-after", Input.What.ROOM_AFTER, 0, ARROW_RIGHT, KeyMap.alt(right(terminal)));
        for (int number = 1; number <= 10; number++) {
            bind("chat-room-" + number, Input.What.ROOM, number, KeyMap.alt((char) ('0' + number % 10)));
        }
        widget("chat-line-break", this::lineBreak, KeyMap.alt('\r'), KeyMap.alt('\n'));
        widget("chat-editor", this::openEditor, KeyMap.alt('c'), KeyMap.ctrl('X') + KeyMap.ctrl('E'));
        new UnboundKeys(reader, widths::answered).bind();
    }

    private static String left(Terminal terminal) {
        return KeyMap.key(terminal, Capability.key_left);
    }

    private static String right(Terminal terminal) {
        return KeyMap.key(terminal, Capability.key_right);
    }

    /** A person's own key bindings come first, so that they don't replace the console's keys. */
    private void readInputrc() {
        String named = System.getenv("INPUTRC");
        Path own = named == null ? Path.of(System.getProperty("user.home"), ".inputrc") : Path.of(named);
        if (!Files.isReadable(own)) {
            return;
        }
        try (InputStream settings = Files.newInputStream(own)) {
            InputRC.configure(reader, settings);
        } catch (IOException | RuntimeException e) {
            // It is written for another program; what can't be understood is not used.
        }
    }

    private void bind(String name, Input.What what, int number, String... keys) {
        widget(name, () -> leave(new Input(what, reader.getBuffer().toString(), number)), keys);
    }

    private void widget(String name, Runnable does, String... keys) {
        reader.getWidgets().put(name, () -> {
            does.run();
            return true;
        });
        reader.getKeyMaps().get(LineReader.MAIN).bind(new Reference(name), keys);
    }

    private void leave(Input key) {
        pressed = key;
        reader.setOpt(LineReader.Option.ERASE_LINE_ON_FINISH);
        reader.getBuffer().clear();
        reader.finish();
    }

    private void lineBreak() {
        reader.getBuffer().write("\n");
    }

    private void openEditor() {
        editor = true;
        leave(new Input(Input.What.LINE, reader.getBuffer().toString(), 0));
    }

    /** Forgets the last key, as another line is to be read. */
    void begin() {
        pressed = null;
        editor = false;
    }

    /** The key that ended the line; null if it was finished as usual. */
    Input pressed() {
        return pressed;
    }

    /** Whether the text is to be taken to an editor. */
    boolean wantsEditor() {
        return editor;
    }
}
