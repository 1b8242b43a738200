package chat262.api;

import java.text.Normalizer;

/** The form in which the names of accounts and groups are compared, by the server and by clients. */
public final class NameFolding {
    private NameFolding() {}

    /**
     * NFKC, then lower case, character by character, so that a part of a name folds as it does inside the whole: {@code Σ} is
     * {@code σ} also at the end of a word, and {@code İ} is {@code i} without another dot. ({@code String.toLowerCase} looks at
     * the characters around.) A NUL, which no name has and which PostgreSQL accepts in no query, becomes another character
     * that no name has.
     */
    public static String fold(String name) {
        StringBuilder folded = new StringBuilder();
        Normalizer.normalize(name, Normalizer.Form.NFKC)
                .codePoints()
                .map(c -> c == 0 ? 1 : Character.toLowerCase(c))
                .forEach(folded::appendCodePoint);
        return folded.toString();
    }
}
