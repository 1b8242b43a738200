package chat262.requests;

import chat262.problems.ProblemException;
import chat262.problems.Problems;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** The opaque {@code page} parameter: where the previous page ended. */
public final class PageToken {
    private PageToken() {}

    /** The token for a position in a named list. */
    public static String of(String list, String position) {
        byte[] text = (list + ":" + position).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
    }

    /** The position of a token that was made for that list. */
    public static String position(String list, String token) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
            // PostgreSQL accepts no NUL, and no position has one.
            if (text.startsWith(list + ":") && text.indexOf('\0') < 0) {
                return text.substring(list.length() + 1);
            }
        } catch (IllegalArgumentException e) {
            // not base64: unknown as well
        }
        throw unknown();
    }

    /** The failure for a token that this server has not made. */
    public static ProblemException unknown() {
        return Problems.invalid("page", "is not the nextPage of an earlier answer");
    }
}
