package chat262.cli.interactive;

import java.util.ArrayList;
import java.util.List;

/** Splits a line into words, one after the other; blanks within quotes, single or double, belong to the word. */
public final class Words {
    private final String line;
    private int at;

    public Words(String line) {
        this.line = line;
    }

    /** All words of a line. */
    public static List<String> of(String line) {
        return new Words(line).all();
    }

    /** The words that are left. */
    public List<String> all() {
        List<String> words = new ArrayList<>();
        while (hasNext()) {
            words.add(next());
        }
        return words;
    }

    /** Whether there is one more word. */
    public boolean hasNext() {
        while (at < line.length() && Character.isWhitespace(line.charAt(at))) {
            at++;
        }
        return at < line.length();
    }

    /** The next word, without its quotes. */
    public String next() {
        hasNext(); // skips the blanks before it
        StringBuilder word = new StringBuilder();
        char quote = 0;
        int start = at;
        for (; at < line.length(); at++) {
            char c = line.charAt(at);
            boolean quoting = quote != 0;
            if (quoting ? c == quote : c == '"' || c == '\'' && at == start) { // an apostrophe within a word is one
                quote = quoting ? 0 : c;
            } else if (!quoting && Character.isWhitespace(c)) {
                break;
            } else {
                word.append(c);
            }
        }
        return word.toString();
    }

    /** What is left behind the blanks, as it stands. */
    public String rest() {
        return hasNext() ? line.substring(at) : "";
    }
}
