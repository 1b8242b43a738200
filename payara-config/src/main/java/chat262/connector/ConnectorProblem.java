package chat262.connector;

import chat262.api.problems.ProblemType;
import java.nio.charset.StandardCharsets;
import org.glassfish.grizzly.http.util.HttpStatus;

/**
 * A problem that the connector answers by itself.
 *
 * @param type which one of the protocol's table
 * @param detail one sentence about this occurrence
 */
record ConnectorProblem(ProblemType type, String detail) {
    /** The problem for a status that the container chose. */
    static ConnectorProblem ofStatus(int status) {
        ProblemType type = switch (status) {
            case 401 -> ProblemType.NOT_LOGGED_IN;
            case 403 -> ProblemType.FORBIDDEN;
            case 404 -> ProblemType.NOT_FOUND;
            case 405, 501 -> ProblemType.METHOD_NOT_ALLOWED;
            case 413 -> ProblemType.TOO_LARGE;
            case 414, 431 -> ProblemType.HEADERS_TOO_LARGE;
            case 503 -> ProblemType.UNAVAILABLE;
            default -> status < 500 || status == 505 ? ProblemType.INVALID : ProblemType.INTERNAL;
        };
        return new ConnectorProblem(type, type.title());
    }

    /** The status of the answer. */
    HttpStatus status() {
        // Grizzly still has this one's name from before RFC 9110.
        return type == ProblemType.TOO_LARGE
                ? HttpStatus.newHttpStatus(type.status(), "Content Too Large")
                : HttpStatus.getHttpStatus(type.status());
    }

    /**
     * The body of the answer.
     *
     * @param instance the path of the request
     */
    byte[] json(String instance) {
        return "{\"detail\":\"%s\",\"instance\":\"%s\",\"status\":%d,\"title\":\"%s\",\"type\":\"%s\"}"
                .formatted(escaped(detail), escaped(instance), type.status(), escaped(type.title()), type.uri())
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String escaped(String text) {
        StringBuilder json = new StringBuilder(text.length());
        text.chars().forEach(c -> {
            if (c < ' ' || c > '~' || c == '"' || c == '\\') {
                json.append("\\u%04x".formatted(c));
            } else {
                json.append((char) c);
            }
        });
        return json.toString();
    }
}
