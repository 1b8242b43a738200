package chat262.api.problems;

/**
 * One broken rule of a request: which field, and what is wrong with it.
 */
public record FieldError(String field, String message) {}
