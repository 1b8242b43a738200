package chat262.it.proxy;

import chat262.api.Live;
import chat262.api.Paths;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The sends of one WebSocket that the server has not answered, counted by the {@link RequestGate} as the calls that they
 * stand for. Thread-safe.
 */
final class PendingSends {
    private final RequestGate gate;
    private final String client;

    /** The kinds of sends by their keys. */
    private final Map<String, String> underWay = new HashMap<>();

    private boolean over;

    /** @param client its name in the header User-Agent */
    PendingSends(RequestGate gate, String client) {
        this.gate = gate;
        this.client = client;
    }

    /** A frame of the client has come to the proxy. */
    void arrived(WebSocketFrame frame) {
        send(frame).ifPresent(send -> gate.arrive(kind(send)));
    }

    /** A frame that has arrived sets out for the server; it waits while its kind is kept back. */
    void setsOut(WebSocketFrame frame) throws InterruptedException {
        Optional<JsonObject> send = send(frame);
        if (send.isPresent()) {
            gate.pass(kind(send.get()));
            begin(send.get().getString("key"), kind(send.get()));
        }
    }

    private synchronized void begin(String key, String kind) {
        if (over || underWay.putIfAbsent(key, kind) != null) {
            gate.leave(kind);
        }
    }

    /** A frame that has arrived goes no further. */
    void dropped(WebSocketFrame frame) {
        send(frame).ifPresent(send -> gate.turnBack(kind(send)));
    }

    /** A frame of the server has come to the proxy. */
    synchronized void answered(WebSocketFrame frame) {
        if (!underWay.isEmpty()) {
            frame.json()
                    .map(json -> json.get("key") instanceof JsonString key ? underWay.remove(key.getString()) : null)
                    .ifPresent(gate::leave);
        }
    }

    /** Whether the server must be heard even if the client no longer listens. */
    synchronized boolean areWatched() {
        return underWay.values().stream().anyMatch(gate::isWatched);
    }

    /** The server's side of the connection has ended. */
    synchronized void end() {
        over = true;
        underWay.values().forEach(gate::leave);
        underWay.clear();
    }

    /** The object of a frame with which a client sends; empty for any other. */
    static Optional<JsonObject> send(WebSocketFrame frame) {
        return frame.json()
                .filter(json -> json.getString("type", "").equals(Live.Type.SEND.wireName()))
                .filter(json -> json.get("key") instanceof JsonString);
    }

    /** The kind of the call that a send stands for. */
    private String kind(JsonObject send) {
        return HttpMessage.kind("POST " + Paths.BASE + "/rooms/" + send.get("room") + "/messages", client);
    }
}
