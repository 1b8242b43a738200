package chat262.it.faults.client;

import chat262.api.Live;
import chat262.it.client.LiveHandshake;
import chat262.it.proxy.HttpMessage;
import chat262.it.proxy.WebSocketFrame;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The live stream of a device that sends, opened again whenever it has ended, and the answers that come on it. It repeats
 * nothing. Thread-safe.
 */
final class Stream implements AutoCloseable {
    private static final int SWITCHING = 101;
    private static final int UNAUTHORIZED = 401;

    /** As the protocol has it: 60 s without a frame end a socket, 15 s without an answer end the wait for it. */
    private static final int WAITS_OF_SILENCE = 4;

    private final URI server;
    private final Device device;
    private final Duration wait;

    /** The messages whose answers are of interest, by key. */
    private final Map<String, Expected> expected = new HashMap<>();

    private Socket socket;
    private boolean tried;
    private volatile boolean closed;

    /** What was heard of a message. */
    private static final class Expected {
        private Settled settled;
        private boolean turnedAway;
    }

    /**
     * A stream that is not opened yet.
     *
     * @param wait how long to wait for an answer
     */
    Stream(URI server, Device device, Duration wait) {
        this.server = server;
        this.device = device;
        this.wait = wait;
    }

    /** Opens it, and returns when that has worked or failed; without a time to wait it is never open. */
    void start() {
        if (!wait.isZero()) {
            Thread thread = new Thread(this::run, "stream");
            thread.setDaemon(true);
            thread.start();
            awaitFirstTry();
        }
    }

    private synchronized void awaitFirstTry() {
        try {
            while (!tried) {
                wait();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("a client is never interrupted", e);
        }
    }

    /** From now on, answers about a message are kept. */
    synchronized void expect(String key) {
        expected.put(key, new Expected());
    }

    /** Ends that; later answers are ignored. */
    synchronized void forget(String key) {
        expected.remove(key);
    }

    boolean isOpen() {
        return socket() != null;
    }

    /** What was heard of a message that is expected; empty as long as nothing settles it. */
    synchronized Optional<Settled> settled(String key) {
        return Optional.ofNullable(expected.get(key).settled);
    }

    /** Sends a message that is expected; empty if it must go as a call. */
    Optional<Settled> send(String room, String key, String body) {
        JsonObject frame = Json.createObjectBuilder()
                .add("type", Live.Type.SEND.wireName())
                .add("room", Long.parseLong(room))
                .add("key", key)
                .add("body", body)
                .build();
        Socket used = socket();
        try {
            if (used != null) {
                deliver(used, frame);
            }
        } catch (IOException e) {
            return Optional.empty();
        }
        return used == null ? Optional.empty() : await(key, used);
    }

    private synchronized Socket socket() {
        return socket;
    }

    private void deliver(Socket to, JsonObject frame) throws IOException {
        write(to, frame);
    }

    private static void write(Socket to, JsonObject frame) throws IOException {
        synchronized (to) {
            to.getOutputStream().write(WebSocketFrame.ofClient(frame.toString()).bytes());
        }
    }

    /** Waits for an answer, but no longer than the socket is there. */
    private synchronized Optional<Settled> await(String key, Socket used) {
        long end = System.nanoTime() + wait.toNanos();
        Expected message = expected.get(key);
        try {
            for (long left = wait.toMillis(); left > 0 && message.settled == null; ) {
                if (message.turnedAway || socket != used) {
                    return Optional.empty();
                }
                wait(left);
                left = Duration.ofNanos(end - System.nanoTime()).toMillis();
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("a client is never interrupted", e);
        }
        return Optional.ofNullable(message.settled);
    }

    private void run() {
        while (!closed) {
            try (Socket fresh = new Socket()) {
                listen(fresh, connect(fresh));
            } catch (IOException | RuntimeException e) {
                // Gone, or something else answered: it is opened again.
            } finally {
                became(null);
            }
            Device.pause(50, 250);
        }
    }

    private InputStream connect(Socket fresh) throws IOException {
        String used = device.token();
        fresh.connect(new InetSocketAddress(server.getHost(), server.getPort()), (int) wait.toMillis());
        fresh.setSoTimeout((int) wait.toMillis());
        fresh.setTcpNoDelay(true);
        String userAgent = "User-Agent: " + device.name() + "\r\n";
        fresh.getOutputStream().write(LiveHandshake.request(server.getAuthority(), used, userAgent));
        InputStream in = new BufferedInputStream(fresh.getInputStream());
        int status = HttpMessage.answer(in).status();
        if (status == UNAUTHORIZED) {
            device.logIn(used);
        }
        if (status != SWITCHING) {
            throw new IOException("the stream was refused with " + status);
        }
        return in;
    }

    private void listen(Socket fresh, InputStream in) throws IOException {
        fresh.setSoTimeout((int) wait.multipliedBy(WAITS_OF_SILENCE).toMillis());
        for (Optional<WebSocketFrame> next = WebSocketFrame.read(in);
                next.isPresent();
                next = WebSocketFrame.read(in)) {
            Optional<JsonObject> frame = next.get().json();
            String type = frame.map(json -> json.getString("type")).orElse("");
            if (type.equals(Live.Type.HELLO.wireName())) {
                became(fresh);
            } else if (type.equals(Live.Type.PING.wireName())) {
                write(
                        fresh,
                        Json.createObjectBuilder()
                                .add("type", Live.Type.PONG.wireName())
                                .build());
            } else if (frame.filter(json -> json.containsKey("key")).isPresent()) {
                heard(frame.get());
            }
        }
    }

    private synchronized void became(Socket now) {
        socket = now;
        tried = true;
        notifyAll();
    }

    /** The server has said something of a message of this account; whatever is settled already is left at that. */
    private synchronized void heard(JsonObject frame) {
        Expected message = expected.get(keyIn(frame));
        if (message != null && message.settled == null) {
            message.settled = Settled.of(frame).orElse(null);
            message.turnedAway = message.settled == null;
            notifyAll();
        }
    }

    private String keyIn(JsonObject frame) {
        return frame.getString("key");
    }

    @Override
    public void close() {
        closed = true;
    }
}
