package chat262.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A wildcard pattern for a whole name, as the protocol has it: {@code *} stands for any run of characters, everything else is
 * folded and literal. Whatever the pattern, matching a name takes time in proportion to their lengths. SQL's LIKE does not:
 * with many wildcards Derby and PostgreSQL try all ways to part the name. So the database only narrows, by {@link #like}, and
 * {@link #matches} decides.
 */
public final class NamePattern {
    /** The escape character of {@link #like}: {@code LIKE … ESCAPE '!'}. */
    private static final String ESCAPE = "!";

    /** The database compares no more characters than these at each position of a name. */
    private static final int MAX_NARROWING = 20;

    /** The folded literals: one if the pattern has no wildcard, otherwise those around the wildcards. */
    private final List<Literal> literals;

    private NamePattern(List<Literal> literals) {
        this.literals = literals;
    }

    /** The pattern is split before it is folded, because NFKC turns other characters into plain asterisks. */
    public static NamePattern of(String match) {
        List<Literal> literals = new ArrayList<>();
        int from = 0;
        for (int star = match.indexOf('*'); star >= 0; star = match.indexOf('*', from)) {
            literals.add(new Literal(Names.fold(match.substring(from, star))));
            from = star + 1;
        }
        literals.add(new Literal(Names.fold(match.substring(from))));
        return new NamePattern(literals);
    }

    /** Whether a folded name matches. */
    public boolean matches(String folded) {
        if (literals.size() == 1) {
            return folded.equals(first());
        }
        int end = folded.length() - last().length();
        if (end < first().length() || !folded.startsWith(first()) || !folded.endsWith(last())) {
            return false;
        }
        int at = first().length();
        for (Literal literal : literals.subList(1, literals.size() - 1)) {
            at = literal.endIn(folded, at, end); // the earliest place leaves most to the others
            if (at < 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether every name matches. */
    public boolean matchesAll() {
        return literals.size() > 1 && literals.stream().allMatch(literal -> literal.text.isEmpty());
    }

    /** A pattern for {@code LIKE … ESCAPE '!'} with at most two wildcards, which all names match that match this pattern. */
    public String like() {
        if (literals.size() == 1) {
            return escaped(first());
        }
        String longest = literals.subList(1, literals.size()).stream()
                .map(literal -> literal.text)
                .max(Comparator.comparingInt(String::length))
                .orElse("");
        int characters = Math.min(MAX_NARROWING, longest.codePointCount(0, longest.length()));
        String part = longest.substring(0, longest.offsetByCodePoints(0, characters));
        return escaped(first()) + "%" + (part.isEmpty() ? "" : escaped(part) + "%");
    }

    private String first() {
        return literals.get(0).text;
    }

    private String last() {
        return literals.get(literals.size() - 1).text;
    }

    private static String escaped(String literal) {
        return literal.replaceAll("[!%_]", ESCAPE + "$0");
    }

    /** A text to be found in others by the algorithm of Knuth, Morris and Pratt, which never reads a character twice. */
    private static final class Literal {
        private final String text;

        /** By the number of characters that fit: how many of them still fit if the next one doesn't. */
        private final int[] fallback;

        Literal(String text) {
            this.text = text;
            fallback = new int[text.length() + 1];
            int fits = 0;
            for (int i = 1; i < text.length(); i++) {
                fits = next(fits, text.charAt(i));
                fallback[i + 1] = fits;
            }
        }

        /** Where the first occurrence within a part of a name ends; -1 if there is none. */
        int endIn(String name, int from, int to) {
            int fits = 0;
            for (int i = from; fits < text.length() && i < to; i++) {
                fits = next(fits, name.charAt(i));
                if (fits == text.length()) {
                    return i + 1;
                }
            }
            return text.isEmpty() ? from : -1;
        }

        private int next(int before, char c) {
            int fits = before;
            while (fits > 0 && text.charAt(fits) != c) {
                fits = fallback[fits];
            }
            return text.charAt(fits) == c ? fits + 1 : 0;
        }
    }
}
