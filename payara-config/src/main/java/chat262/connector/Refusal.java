package chat262.connector;

import java.nio.charset.StandardCharsets;

/** The problems that the connector answers by itself; the rows are those of the protocol's table. */
enum Refusal {
    INVALID("invalid", 400, "Bad Request", "The request is not valid"),
    NOT_LOGGED_IN("not-logged-in", 401, "Unauthorized", "You are not logged in"),
    FORBIDDEN("forbidden", 403, "Forbidden", "You may not do this"),
    NOT_FOUND("not-found", 404, "Not Found", "There is no such thing"),
    METHOD_NOT_ALLOWED("method-not-allowed", 405, "Method Not Allowed", "This method is not allowed here"),
    TOO_LARGE("too-large", 413, "Content Too Large", "The request body is over 64 KiB"),
    HEADERS_TOO_LARGE(
            "headers-too-large", 431, "Request Header Fields Too Large", "The request headers are over 8 KiB"),
    INTERNAL("internal", 500, "Internal Server Error", "Something went wrong on the server"),
    UNAVAILABLE("unavailable", 503, "Service Unavailable", "The database is away; repeat with the same key");

    private final String slug;
    private final int status;
    private final String reason;
    private final String title;

    Refusal(String slug, int status, String reason, String title) {
        this.slug = slug;
        this.status = status;
        this.reason = reason;
        this.title = title;
    }

    /** The refusal for a status that the container chose. */
    static Refusal ofStatus(int status) {
        return switch (status) {
            case 401 -> NOT_LOGGED_IN;
            case 403 -> FORBIDDEN;
            case 404 -> NOT_FOUND;
            case 405, 501 -> METHOD_NOT_ALLOWED;
            case 413 -> TOO_LARGE;
            case 414, 431 -> HEADERS_TOO_LARGE;
            case 503 -> UNAVAILABLE;
            default -> status < 500 || status == 505 ? INVALID : INTERNAL;
        };
    }

    int status() {
        return status;
    }

    /** The words after the status in the answer's first line. */
    String reason() {
        return reason;
    }

    String title() {
        return title;
    }

    /** The body of the answer. */
    byte[] body(String detail, String instance) {
        return "{\"detail\":\"%s\",\"instance\":\"%s\",\"status\":%d,\"title\":\"%s\",\"type\":\"/problems/%s\"}"
                .formatted(escaped(detail), escaped(instance), status, title, slug)
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
