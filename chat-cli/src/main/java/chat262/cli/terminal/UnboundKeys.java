package chat262.cli.terminal;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.LineReader;
import org.jline.reader.Reference;

/**
 * Keys that are bound to nothing do nothing. A terminal sends several characters for most of them (ESC [ or ESC O, and some
 * more up to a last one): they are read to their end, so that none is taken for text.
 */
final class UnboundKeys {
    /** What comes later than this behind Esc is another key; JLine, which looks ten times a second, makes 100 ms of it. */
    private static final long REST_MILLIS = 60;

    /** The rest of a key that has begun; nobody types its beginning by hand, and a slow connection may send it in pieces. */
    private static final long KEY_REST_MILLIS = 500;

    private static final String ESC = "\033";
    private static final List<String> INTRODUCERS = List.of(ESC + "[", ESC + "O", ESC + ESC + "[", ESC + ESC + "O");
    private static final List<String> MAPS = List.of(
            LineReader.MAIN, LineReader.EMACS, LineReader.VIINS, LineReader.VICMD, LineReader.DUMB, LineReader.SAFE);
    private static final Reference NOTHING = new Reference("chat-nothing");
    private static final Reference UNKNOWN = new Reference("chat-unknown-key");
    private static final Pattern CURSOR_REPORT = Pattern.compile("\\[\\d+;(\\d+)R");

    private final Reader reader;
    private final IntConsumer cursorColumn;

    /** @param cursorColumn told where the cursor is, when the terminal says so */
    UnboundKeys(Reader reader, IntConsumer cursorColumn) {
        this.reader = reader;
        this.cursorColumn = cursorColumn;
        reader.getWidgets().put(NOTHING.name(), () -> true);
        reader.getWidgets().put(UNKNOWN.name(), this::readToItsEnd);
    }

    /** Binds what is not bound yet. */
    void bind() {
        Set<KeyMap<Binding>> maps = Collections.newSetFromMap(new IdentityHashMap<>());
        MAPS.forEach(name -> maps.add(reader.getKeyMaps().get(name)));
        maps.forEach(UnboundKeys::unbindControls);
        maps.forEach(UnboundKeys::bindSequences);
        KeyMap<Binding> emacs = reader.getKeyMaps().get(LineReader.EMACS);
        for (char second = 0; second < 0x7F; second++) {
            bindIfFree(emacs, NOTHING, KeyMap.alt(second));
        }
    }

    /** A control character is no text that a key may insert. */
    private static void unbindControls(KeyMap<Binding> map) {
        for (char control = 0; control < ' '; control++) {
            String key = Character.toString(control);
            boolean inserts =
                    map.getBound(key) instanceof Reference bound && bound.name().equals(LineReader.SELF_INSERT);
            if (inserts && control != '\t' && control != '\b') {
                map.bind(NOTHING, key);
            }
        }
    }

    private static void bindSequences(KeyMap<Binding> map) {
        map.setAmbiguousTimeout(REST_MILLIS);
        Set<String> begun = new TreeSet<>(INTRODUCERS);
        for (String known : map.getBoundKeys().keySet()) {
            for (String introducer : INTRODUCERS) {
                for (int length = introducer.length();
                        known.startsWith(introducer) && length < known.length();
                        length++) {
                    begun.add(known.substring(0, length));
                }
            }
        }
        // Esc itself, once or twice: in vi's insertion it means what it means, elsewhere nothing.
        Binding escape = map.getBound(ESC);
        bindIfFree(map, NOTHING, ESC);
        bindIfFree(map, escape == null ? NOTHING : escape, ESC + ESC);
        begun.forEach(sequence -> bindIfFree(map, UNKNOWN, sequence));
        // JLine takes ESC O for Alt and a capital letter.
        INTRODUCERS.forEach(sequence -> map.bind(UNKNOWN, sequence));
    }

    private static void bindIfFree(KeyMap<Binding> map, Binding binding, String key) {
        if (map.getBound(key) == null) {
            map.bind(binding, key);
        }
    }

    /** The rest of a key whose beginning was read: parameters, and then a last character. */
    private boolean readToItsEnd() {
        StringBuilder key = new StringBuilder(reader.getLastBinding().replaceFirst("^\033\033?", ""));
        boolean ended = false;
        while (!ended && isPartOfKey(reader.peekCharacter(KEY_REST_MILLIS))) {
            char next = (char) reader.readCharacter();
            // The Linux console has ESC [ [ A for F1.
            ended = next >= '@' && !(next == '[' && key.toString().equals("["));
            key.append(next);
        }
        Matcher report = CURSOR_REPORT.matcher(key);
        if (report.matches()) {
            cursorColumn.accept(Integer.parseInt(report.group(1)));
        }
        return true;
    }

    private static boolean isPartOfKey(int character) {
        return character >= ' ' && character < 0x7F;
    }
}
