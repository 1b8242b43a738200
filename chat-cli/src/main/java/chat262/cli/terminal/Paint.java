package chat262.cli.terminal;

import chat262.cli.console.Line;
import chat262.cli.console.SafeText;
import java.nio.charset.Charset;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** What lines look like. */
final class Paint {
    private static final int[] COLOURS = {
        AttributedStyle.CYAN,
        AttributedStyle.GREEN,
        AttributedStyle.YELLOW,
        AttributedStyle.MAGENTA,
        AttributedStyle.BLUE
    };

    private final boolean coloured;
    private final boolean unicode;

    /** Paints for a terminal of this charset, with colours or in black and white. */
    Paint(Charset charset, boolean coloured) {
        this.coloured = coloured;
        this.unicode = charset.newEncoder().canEncode("✓…│");
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

    private static AttributedStyle nameStyle(Line line) {
        if (line.kind() == Line.Kind.OWN) {
            return AttributedStyle.BOLD;
        }
        int colour = COLOURS[Math.floorMod(line.who().hashCode(), COLOURS.length)];
        return AttributedStyle.DEFAULT.foreground(colour);
    }

    /** What the console says itself. */
    AttributedString remark(String text) {
        return new AttributedString(SafeText.of(text), faint());
    }

    AttributedStyle faint() {
        return style(AttributedStyle.DEFAULT.faint());
    }

    AttributedStyle style(AttributedStyle wanted) {
        return coloured ? wanted : AttributedStyle.DEFAULT;
    }
}
