package chat262.requests;

import chat262.api.Paths;
import chat262.problems.Problems;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The {@code Idempotency-Key}: the client's id for a message or a change (protocol, promise 2). */
public final class IdempotencyKey {
    private static final Pattern UUID =
            Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}", Pattern.CASE_INSENSITIVE);

    private IdempotencyKey() {}

    /** The key of a call that may have one, in lower case; null if it has none. A malformed or repeated one is refused. */
    public static String optional(HttpHeaders headers) {
        List<String> values = headers.getRequestHeader(Paths.IDEMPOTENCY_KEY);
        if (values == null || values.isEmpty()) {
            return null;
        }
        if (values.size() > 1) {
            throw Problems.keyMissing();
        }
        return parse(values.get(0));
    }

    /** A key in lower case; one that is null or malformed is refused. */
    public static String parse(String key) {
        if (key == null || !UUID.matcher(key).matches()) {
            throw Problems.keyMissing();
        }
        return key.toLowerCase(Locale.ROOT);
    }

    /** The key of a call to a method that {@link IdempotencyKeyRequired}, as its filter has read it. */
    public static String of(ContainerRequestContext request) {
        return (String) request.getProperty(IdempotencyKeyRequired.class.getName());
    }

    /** The key of a call that needs one. */
    static String required(HttpHeaders headers) {
        String key = optional(headers);
        if (key == null) {
            throw Problems.keyMissing();
        }
        return key;
    }
}
