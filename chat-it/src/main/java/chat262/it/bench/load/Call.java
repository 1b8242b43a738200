package chat262.it.bench.load;

import chat262.it.client.Person;

/** An HTTP request that can be made again and again. */
public final class Call {
    private static final int OK = 200;
    private static final int CREATED = 201;
    private static final int NO_CONTENT = 204;

    private final Template request;
    private final int expectedStatus;

    private Call(Template request, int expectedStatus) {
        this.request = request;
        this.expectedStatus = expectedStatus;
    }

    /** Sends a message to a room. */
    public static Call send(Person sender, long room, String text) {
        String body = "{\"body\":\"" + text + "\"}";
        return new Call(
                Template.of(head("POST", sender, "/rooms/" + room + "/messages") + "Idempotency-Key: " + Template.KEY
                        + "\r\n" + json(body)),
                CREATED);
    }

    /** Acknowledges a room up to a seq. */
    public static Call acknowledge(Person member, long room, long seq) {
        String body = "{\"seq\":" + seq + "}";
        return new Call(Template.of(head("PUT", member, "/rooms/" + room + "/cursor") + json(body)), OK);
    }

    /** Reads something. */
    public static Call get(Person reader, String path) {
        return new Call(Template.of(head("GET", reader, path) + "\r\n"), OK);
    }

    /** Does nothing. */
    public static Call empty(String authority) {
        return new Call(
                Template.of("POST " + ServerWithEmptyCall.EMPTY_CALL + " HTTP/1.1\r\nHost: " + authority
                        + "\r\nContent-Length: 0\r\n\r\n"),
                NO_CONTENT);
    }

    private static String head(String method, Person person, String path) {
        return method + " /api/v1" + path + " HTTP/1.1\r\nHost: "
                + person.api().server().getAuthority() + "\r\nAuthorization: Bearer " + person.token() + "\r\n";
    }

    private static String json(String body) {
        return "Content-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
    }

    Template request() {
        return request;
    }

    int expectedStatus() {
        return expectedStatus;
    }
}
