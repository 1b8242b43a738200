package chat262.cli.terminal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.jline.utils.AttributedString;

/** The latest of what was written above the line that is typed. Not thread-safe. */
final class Backlog {
    /** More than the rows of a large window. */
    private static final int MOST = 300;

    private final Deque<AttributedString> texts = new ArrayDeque<>();

    void add(AttributedString text) {
        texts.addLast(text);
        if (texts.size() > MOST) {
            texts.removeFirst();
        }
    }

    void clear() {
        texts.clear();
    }

    /** What fits into so many rows, and at least the last text of all; the oldest first. */
    List<AttributedString> latest(int columns, int rows) {
        List<AttributedString> latest = new ArrayList<>();
        int left = rows;
        for (Iterator<AttributedString> all = texts.descendingIterator(); all.hasNext(); ) {
            AttributedString text = all.next();
            left -= text.columnSplitLength(Math.max(1, columns)).size();
            if (left < 0 && !latest.isEmpty()) {
                break;
            }
            latest.add(text);
        }
        Collections.reverse(latest);
        return latest;
    }
}
