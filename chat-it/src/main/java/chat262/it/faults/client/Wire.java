package chat262.it.faults.client;

import chat262.api.Paths;
import chat262.it.proxy.HttpMessage;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * A client's connection to the server, opened when it is needed and dropped after any trouble. It repeats nothing on its
 * own. Not thread-safe.
 */
public final class Wire implements AutoCloseable {
    private final URI server;
    private final Duration timeout;
    private final String name;
    private String token = "";
    private Socket socket;
    private InputStream in;

    /**
     * The connection to a server.
     *
     * @param timeout how long to wait for an answer
     * @param name the client's name in the header User-Agent, for the proxy
     */
    Wire(URI server, Duration timeout, String name) {
        this.server = server;
        this.timeout = timeout;
        this.name = name;
    }

    /** An answer of the server. */
    public record Answer(int status, String body) {
        public JsonObject json() {
            return Json.createReader(new StringReader(body)).readObject();
        }

        /** Of a problem, the last part of its type. */
        public String slug() {
            return json().getString("type").substring(Paths.PROBLEMS.length());
        }

        /** Whether the same request may be answered otherwise later: the protocol's "kept and repeated". */
        boolean isPassing() {
            return status == 408 || status == 429 || status >= 500;
        }
    }

    /** The session that the next calls are made in. */
    void use(String sessionToken) {
        token = sessionToken;
    }

    public Answer get(String path) throws IOException {
        return ask("GET", path, "", "");
    }

    public Answer put(String path, JsonObject body) throws IOException {
        return ask("PUT", path, "", body.toString());
    }

    public Answer post(String path, JsonObject body) throws IOException {
        return ask("POST", path, "", body.toString());
    }

    public Answer post(String path, String key, JsonObject body) throws IOException {
        return ask("POST", path, keyHeader(key), body.toString());
    }

    private String keyHeader(String key) {
        return Paths.IDEMPOTENCY_KEY + ": " + key + "\r\n";
    }

    public Answer delete(String path) throws IOException {
        return ask("DELETE", path, "", "");
    }

    private Answer ask(String method, String path, String header, String body) throws IOException {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        String type =
                body.isEmpty() ? "" : "Content-Type: application/json\r\nContent-Length: " + content.length + "\r\n";
        String login = token.isEmpty() ? "" : "Authorization: Bearer " + token + "\r\n";
        String head = method + " " + Paths.BASE + path + " HTTP/1.1\r\nHost: " + server.getAuthority()
                + "\r\nUser-Agent: " + name + "\r\n" + login + header + type + "\r\n";
        try {
            connect();
            byte[] start = head.getBytes(StandardCharsets.ISO_8859_1);
            byte[] all = new byte[start.length + content.length];
            System.arraycopy(start, 0, all, 0, start.length);
            System.arraycopy(content, 0, all, start.length, content.length);
            deliver(all);
            HttpMessage answer = HttpMessage.answer(in);
            if (answer.header("Connection").filter("close"::equalsIgnoreCase).isPresent()) {
                close();
            }
            return new Answer(answer.status(), answer.body());
        } catch (IOException | RuntimeException e) {
            close();
            throw e instanceof IOException io ? io : new IOException("no answer that can be read", e);
        }
    }

    private void deliver(byte[] request) throws IOException {
        socket.getOutputStream().write(request);
    }

    private void connect() throws IOException {
        if (socket == null) {
            socket = new Socket();
            socket.connect(new InetSocketAddress(server.getHost(), server.getPort()), (int) timeout.toMillis());
            socket.setSoTimeout((int) timeout.toMillis());
            socket.setTcpNoDelay(true);
            in = new BufferedInputStream(socket.getInputStream());
        }
    }

    @Override
    public void close() {
        try {
            if (socket != null) {
                socket.close();
            }
        } catch (IOException e) {
            // It is gone either way.
            return;
        } finally {
            socket = null;
        }
    }
}
