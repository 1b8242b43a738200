package chat262.requests;

import chat262.problems.Problems;

/** Numbers in paths and queries, read strictly. */
public final class Numbers {
    /** An id that nothing has. */
    public static final long NO_ID = 0;

    private static final int DEFAULT_LIMIT = 100;
    private static final int LARGEST_LIMIT = 500;

    private Numbers() {}

    /** The id in a path; what no id can be ({@code abc}, {@code -1}) is {@link #NO_ID}, which finds nothing. */
    public static long id(String text) {
        return text.matches("[1-9][0-9]{0,17}") ? Long.parseLong(text) : NO_ID;
    }

    /** The {@code limit} of a page; null means the default. */
    public static int limit(String text) {
        if (text == null) {
            return DEFAULT_LIMIT;
        }
        if (!text.matches("[0-9]{1,3}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > LARGEST_LIMIT) {
            throw Problems.invalid("limit", "must be a whole number from 1 to " + LARGEST_LIMIT);
        }
        return Integer.parseInt(text);
    }

    /** A seq in a query, from 0. */
    public static long seq(String field, String text) {
        if (!text.matches("[0-9]{1,18}")) {
            throw Problems.invalid(field, "must be a whole number from 0");
        }
        return Long.parseLong(text);
    }
}
