package chat262.cli.interactive;

import java.util.ArrayList;
import java.util.List;

/** Splits a line into words; blanks within quotes, single or double, belong to the word. */
public final class Words {
    private Words() {}

    public static List<String> of(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = null;
        char quote = 0;
        for (char c : line.toCharArray()) {
            boolean quoting = quote != 0;
            if (quoting ? c == quote : c == '"' || c == '\'' && word == null) { // an apostrophe within a word is one
                quote = quoting ? 0 : c;
                word = word == null ? new StringBuilder() : word;
            } else if (!quoting && Character.isWhitespace(c)) {
                if (word != null) {
                    words.add(word.toString());
                }
                word = null;
            } else {
                word = word == null ? new StringBuilder() : word;
                word.append(c);
            }
        }
        if (word != null) {
            words.add(word.toString());
        }
        return words;
    }
}
