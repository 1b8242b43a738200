package chat262.cli.terminal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.jline.utils.AttributedString;

/** The latest of what was written above the line that is typed. Not thread-safe. */
final class Backlog {
    /** More than the rows of a large window. */
    private static final int MAX_LINES = 300;

    private final Deque<AttributedString> lines = new ArrayDeque<>();

    void add(AttributedString text) {
        for (AttributedString line : text.columnSplitLength(Integer.MAX_VALUE)) {
            lines.addLast(line);
            if (lines.size() > MAX_LINES) {
                lines.removeFirst();
            }
        }
    }

    void clear() {
        lines.clear();
    }

    /** The rows that come last in a window of so many columns, the oldest first; a line that fits is left whole. */
    List<AttributedString> latest(int columns, int rows) {
        Deque<AttributedString> latest = new ArrayDeque<>();
        int left = rows;
        for (Iterator<AttributedString> all = lines.descendingIterator(); left > 0 && all.hasNext(); ) {
            AttributedString line = all.next();
            List<AttributedString> folded = line.columnSplitLength(Math.max(1, columns));
            if (folded.size() <= left) {
                latest.addFirst(line);
            } else {
                for (int i = folded.size() - 1; i >= folded.size() - left; i--) {
                    latest.addFirst(folded.get(i));
                }
            }
            left -= folded.size();
        }
        return List.copyOf(latest);
    }
}
