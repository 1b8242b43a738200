package chat262.accounts;

import chat262.text.Names;
import chat262.text.UnicodeText;
import java.util.Optional;
import java.util.regex.Pattern;

/** What an account can be called. */
final class Usernames {
    private static final int MAX_LENGTH = 20;

    /** The rule for new names, in {@code request-rules.xml}, after folding. */
    private static final Pattern FOLDED = Pattern.compile("[a-z0-9][a-z0-9._-]{0,19}");

    private Usernames() {}

    /**
     * The folded form of a username; empty if no account can be called so. Everything that looks an account up, counts or
     * remembers what a client has called a username goes through here: one of 64 KiB could fold to megabytes.
     */
    static Optional<String> folded(String username) {
        return Optional.of(username)
                .filter(name -> name.length() <= 2 * MAX_LENGTH && UnicodeText.length(name) <= MAX_LENGTH)
                .map(Names::fold)
                .filter(name -> FOLDED.matcher(name).matches());
    }
}
