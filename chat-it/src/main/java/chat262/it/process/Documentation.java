package chat262.it.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What the documentation tells users to write: a test that uses it shows that it works. */
public final class Documentation {
    private Documentation() {}

    /** The code blocks of a language in {@code docs/operations.md}, in their order. */
    public static List<String> operations(String language) {
        Pattern block = Pattern.compile("^```" + language + "$\\R(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
        try {
            String text = Files.readString(Artefacts.root().resolve("docs/operations.md"));
            return block.matcher(text)
                    .results()
                    .map((MatchResult found) -> found.group(1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
