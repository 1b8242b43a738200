package chat262.requests;

import chat262.problems.Problems;

/** Parses numbers in path and query parameters, strictly. */
public final class Params {
    /** An id that never exists. */
    public static final long NO_ID = 0;

    private static final int DEFAULT_LIMIT = 100;
    private static final int MAX_LIMIT = 500;

    private Params() {}

    /** An id in a path; one that can't exist ({@code abc}, {@code -1}) is {@link #NO_ID}, which is never found. */
    public static long id(String text) {
        return text.matches("[1-9][0-9]{0,17}") ? Long.parseLong(text) : NO_ID;
    }

    /** The {@code limit} of a page; null means the default. */
    public static int limit(String text) {
        if (text == null) {
            return DEFAULT_LIMIT;
        }
        if (!text.matches("[0-9]{1,3}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > MAX_LIMIT) {
            throw Problems.invalid("limit", "must be a whole number from 1 to " + MAX_LIMIT);
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
