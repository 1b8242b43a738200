package chat262.cli.terminal;

import chat262.cli.screen.SafeText;
import chat262.cli.screen.Suggestions;
import java.util.List;
import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

/** Completes what is typed by suggestions, of which only those are used that are harmless for a terminal. */
final class SafeCompleter implements Completer {
    private volatile Suggestions suggestions = words -> List.of();

    void use(Suggestions given) {
        suggestions = given;
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        List<String> words = line.words().subList(0, line.wordIndex() + 1);
        for (String word : suggestions.of(words)) {
            if (SafeText.of(word).equals(word)) { // others choose their names, and a name with tricks can be typed
                candidates.add(new Candidate(word, word, null, null, null, null, true, candidates.size()));
            }
        }
    }
}
