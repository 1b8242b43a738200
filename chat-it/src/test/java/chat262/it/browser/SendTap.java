package chat262.it.browser;

import chat262.it.client.Fields;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.WebSocketRoute;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The messages that a tab sends, over its live stream and by calls. A test can stand in the middle of the stream, from the tab's
 * next load on.
 */
final class SendTap {
    private static final Set<String> ANSWERS = Set.of("message", "stored", "refused");

    /** Decides about a frame of the page's message or of its answer. */
    interface Filter {
        /**
         * @param stream the page's end of the stream
         * @return whether the frame goes on to the other end
         */
        boolean passes(JsonObject frame, WebSocketRoute stream);
    }

    private final Tab tab;
    private final List<JsonObject> frames = new ArrayList<>();
    private final List<Request> calls = new ArrayList<>();
    private WebSocketRoute stream;
    private WebSocketRoute server;
    private Filter sends = (frame, page) -> true;
    private Filter answers = (frame, page) -> true;
    private int hellos;

    SendTap(Tab tab) {
        this.tab = tab;
        tab.page().onRequest(this::note);
        tab.page().routeWebSocket("**/live", this::connect);
    }

    /** Lets a tab send by calls only, while its stream does everything else. */
    static SendTap callsOnly(Tab tab) {
        SendTap tap = new SendTap(tab);
        tap.filterSends(tap::leaveToCalls);
        tap.load();
        return tap;
    }

    private void note(Request request) {
        if (request.method().equals("POST") && request.url().endsWith("/messages")) {
            calls.add(request);
        }
    }

    private void connect(WebSocketRoute page) {
        stream = page;
        WebSocketRoute live = page.connectToServer();
        server = live;
        page.onMessage(frame -> {
            JsonObject json = json(frame.text());
            boolean isSend = json.getString("type").equals("send");
            if (isSend) {
                frames.add(json);
            }
            if (!isSend || sends.passes(json, page)) {
                live.send(frame.text());
            }
        });
        live.onMessage(frame -> {
            JsonObject json = json(frame.text());
            boolean isAnswer = ANSWERS.contains(json.getString("type")) && json.containsKey("key");
            if (!isAnswer || answers.passes(json, page)) {
                page.send(frame.text());
            }
            hellos += json.getString("type").equals("hello") ? 1 : 0;
        });
    }

    static JsonObject json(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            return reader.readObject();
        }
    }

    /** Loads the page again, and waits until its stream is up. */
    void load() {
        int before = hellos;
        tab.page().reload();
        tab.page().waitForCondition(() -> hellos > before);
        tab.awaitIn();
    }

    /** Closes the stream, and waits until the next one is up. */
    void reconnect() {
        int before = hellos;
        stream.close();
        tab.page().waitForCondition(() -> hellos > before);
    }

    void filterSends(Filter filter) {
        sends = filter;
    }

    void filterAnswers(Filter filter) {
        answers = filter;
    }

    /** Brings a frame of the page's to the server now. */
    void passOn(JsonObject send) {
        server.send(send.toString());
    }

    /** Refuses a message as a server of a later version may: for a reason that the page doesn't know. */
    boolean leaveToCalls(JsonObject send, WebSocketRoute page) {
        page.send(refusal(send, "of-a-later-version"));
        return false;
    }

    /** The frame that refuses a message, to be repeated after a second at the earliest if that helps. */
    static String refusal(JsonObject send, String slug) {
        return Fields.of(
                        "type",
                        "refused",
                        "room",
                        send.getInt("room"),
                        "key",
                        send.getString("key"),
                        "slug",
                        slug,
                        "detail",
                        "by the test",
                        "retryAfter",
                        1)
                .toString();
    }

    /** The messages that the page has sent over its stream, as its frames. */
    List<JsonObject> frames() {
        return frames;
    }

    /** What the page has sent over its stream. */
    List<String> overTheStream() {
        return frames.stream().map(frame -> frame.getString("body")).toList();
    }

    /** What the page has sent by calls. */
    List<String> byCalls() {
        return calls.stream()
                .map(call -> json(call.postData()).getString("body"))
                .toList();
    }

    /** What the page has sent either way. */
    List<String> sent() {
        return Stream.concat(overTheStream().stream(), byCalls().stream()).toList();
    }

    /** Forgets what was sent until now. */
    void forget() {
        frames.clear();
        calls.clear();
    }

    /** The keys of what the page has sent by calls. */
    List<String> keysOfCalls() {
        return calls.stream().map(call -> call.headers().get("idempotency-key")).toList();
    }
}
