package chat262.it.client;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A link to the server that loses what it is told to lose. */
public final class FaultyLink implements AutoCloseable {
    private static final Set<String> NOT_PASSED_ON =
            Set.of("host", "content-length", "connection", "transfer-encoding", "upgrade", "http2-settings");

    /** What happens to a call. */
    public enum Fate {
        /** It is passed on, and its answer back. */
        PASSES,
        /** It never gets to the server. */
        REQUEST_LOST,
        /** The server carries it out, and its answer is lost. */
        ANSWER_LOST,
        /** It is answered as if the server had failed to carry it out. */
        FAILS
    }

    /** Decides over a call, and may hold it up until then. */
    public interface Rule {
        Fate of(String method, String path) throws InterruptedException;
    }

    /** Of the keys of an encrypted link. */
    public static final String PASSWORD = "not-a-secret";

    private final URI server;
    private final SSLContext keys;
    private final int port;
    private HttpServer listener;
    private final HttpClient client = HttpClient.newHttpClient();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> lost = new CopyOnWriteArrayList<>();
    private volatile Rule rule = (method, path) -> Fate.PASSES;

    /** A link that loses nothing yet. */
    public FaultyLink(URI server) {
        this(server, null);
    }

    private FaultyLink(URI server, SSLContext keys) {
        this.server = server;
        this.keys = keys;
        listener = listen(0);
        port = listener.getAddress().getPort();
    }

    private HttpServer listen(int where) {
        try {
            InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), where);
            HttpServer fresh = keys == null ? HttpServer.create(address, 0) : encrypted(address);
            fresh.createContext("/", this::take);
            fresh.setExecutor(threads);
            fresh.start();
            return fresh;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpServer encrypted(InetSocketAddress address) throws IOException {
        HttpsServer encrypted = HttpsServer.create(address, 0);
        encrypted.setHttpsConfigurator(new HttpsConfigurator(keys));
        return encrypted;
    }

    /** An encrypted link, with a certificate of its own that is good for some days. */
    public static FaultyLink encrypted(URI server, Path keyStore, int days) throws Exception {
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-alias",
                        "chat",
                        "-dname",
                        "CN=chat",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-validity",
                        String.valueOf(days),
                        "-keystore",
                        keyStore.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .start();
        keytool.getInputStream().readAllBytes();
        if (keytool.waitFor() != 0) {
            throw new IllegalStateException("keytool makes no keys");
        }
        KeyStore store = KeyStore.getInstance(keyStore.toFile(), PASSWORD.toCharArray());
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, PASSWORD.toCharArray());
        SSLContext keys = SSLContext.getInstance("TLS");
        keys.init(factory.getKeyManagers(), null, null);
        return new FaultyLink(server, keys);
    }

    /** Takes the server away: whoever calls finds nobody there. */
    public void cut() {
        listener.stop(0);
    }

    /** Brings the server back, at the same address. */
    public void join() {
        listener = listen(port);
    }

    /** Where it listens, as if it were the server. */
    public URI url() {
        return URI.create((keys == null ? "http" : "https") + "://127.0.0.1:" + port);
    }

    /** From now on, calls are lost as a rule says. */
    public void loses(Rule losing) {
        rule = losing;
    }

    /** From now on, nothing is lost. */
    public void heals() {
        rule = (method, path) -> Fate.PASSES;
    }

    /** How many calls were lost so far. */
    public int lost() {
        return lost.size();
    }

    private void take(HttpExchange call) throws IOException {
        try (call) {
            Fate fate = rule.of(call.getRequestMethod(), call.getRequestURI().getPath());
            byte[] body = call.getRequestBody().readAllBytes();
            if (fate == Fate.REQUEST_LOST) {
                lost.add(call.getRequestURI().getPath());
                return; // closing without an answer breaks the connection
            }
            if (fate == Fate.FAILS) {
                fail(call);
                return;
            }
            HttpResponse<byte[]> answer = client.send(request(call, body), HttpResponse.BodyHandlers.ofByteArray());
            if (fate == Fate.ANSWER_LOST) {
                lost.add(call.getRequestURI().getPath());
                return;
            }
            pass(answer, call);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void fail(HttpExchange call) throws IOException {
        byte[] problem =
                "{\"type\":\"about:blank\",\"title\":\"It failed\",\"status\":500}".getBytes(StandardCharsets.UTF_8);
        call.getResponseHeaders().add("Content-Type", "application/problem+json");
        call.sendResponseHeaders(500, problem.length);
        call.getResponseBody().write(problem);
    }

    private HttpRequest request(HttpExchange call, byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(server.resolve(call.getRequestURI()))
                .version(HttpClient.Version.HTTP_1_1)
                .method(
                        call.getRequestMethod(),
                        body.length == 0
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(body));
        call.getRequestHeaders().forEach((name, values) -> {
            if (!NOT_PASSED_ON.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        return request.build();
    }

    private static void pass(HttpResponse<byte[]> answer, HttpExchange call) throws IOException {
        answer.headers().map().forEach((name, values) -> {
            if (!NOT_PASSED_ON.contains(name.toLowerCase(Locale.ROOT))) {
                values.forEach(value -> call.getResponseHeaders().add(name, value));
            }
        });
        byte[] body = answer.body();
        call.sendResponseHeaders(answer.statusCode(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            call.getResponseBody().write(body);
        }
    }

    @Override
    public void close() {
        listener.stop(0);
        threads.shutdownNow();
    }
}
