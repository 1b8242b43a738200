package chat262.api.problems;

import java.util.List;

/**
 * What every answer of 400 and above says (RFC 9457). {@code detail} and {@code errors} may be absent.
 */
public record Problem(String type, String title, int status, String detail, String instance, List<FieldError> errors) {}
