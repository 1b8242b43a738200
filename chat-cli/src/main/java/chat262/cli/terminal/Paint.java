package chat262.cli.terminal;

import chat262.cli.config.Preferences.Theme;
import chat262.cli.screen.Line;
import chat262.cli.screen.SafeText;
import java.nio.charset.Charset;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** What lines look like. */
final class Paint {
    private static final int[] ON_DARK = {
        AttributedStyle.CYAN,
        AttributedStyle.GREEN,
        AttributedStyle.YELLOW,
        AttributedStyle.MAGENTA,
        AttributedStyle.BRIGHT + AttributedStyle.BLUE,
        AttributedStyle.BRIGHT + AttributedStyle.CYAN,
        AttributedStyle.BRIGHT + AttributedStyle.MAGENTA
    };
    private static final int[] ON_LIGHT = {
        AttributedStyle.BLUE,
        AttributedStyle.MAGENTA,
        AttributedStyle.GREEN,
        AttributedStyle.RED,
        AttributedStyle.CYAN,
        AttributedStyle.BRIGHT + AttributedStyle.BLACK
    };

    private volatile Theme theme;
    private final boolean unicode;

    /** Paints for a terminal of this charset. */
    Paint(Charset charset, Theme theme) {
        this.theme = theme;
        this.unicode = charset.newEncoder().canEncode("✓…│");
    }

    /** Paints like this from now on. */
    void use(Theme next) {
        theme = next;
    }

    /** Whether the terminal knows more than ASCII. */
    boolean isUnicode() {
        return unicode;
    }

    /** A character, or plain ASCII where the terminal doesn't know it. */
    String sign(String character, String ascii) {
        return unicode ? character : ascii;
    }

    /** A line of a view: each person in a colour of their own, one's own lines with the sign that they are stored. */
    void line(AttributedStringBuilder text, Line line) {
        String rows = String.join("\n", line.rows());
        int head = line.time().isEmpty() ? 0 : line.time().length() + 2;
        int name = head + line.who().length();
        text.style(faint()).append(rows.substring(0, head));
        text.style(style(nameStyle(line))).append(rows.substring(head, name));
        boolean faint = line.kind() == Line.Kind.EVENT || line.kind() == Line.Kind.MARK;
        text.style(faint ? faint() : AttributedStyle.DEFAULT).append(rows.substring(name));
        if (line.kind() == Line.Kind.OWN) {
            text.style(faint()).append(sign(" ✓", " [stored]"));
        }
        text.style(AttributedStyle.DEFAULT);
    }

    private AttributedStyle nameStyle(Line line) {
        if (line.kind() == Line.Kind.OWN) {
            return AttributedStyle.BOLD;
        }
        int[] colours = theme == Theme.LIGHT ? ON_LIGHT : ON_DARK;
        return AttributedStyle.DEFAULT.foreground(
                colours[Math.floorMod(line.who().hashCode(), colours.length)]);
    }

    /** What the console says itself. */
    AttributedString remark(String text) {
        return new AttributedString(SafeText.of(text), faint());
    }

    AttributedStyle faint() {
        return style(AttributedStyle.DEFAULT.faint());
    }

    AttributedStyle style(AttributedStyle wanted) {
        return theme == Theme.NONE ? AttributedStyle.DEFAULT : wanted;
    }
}
