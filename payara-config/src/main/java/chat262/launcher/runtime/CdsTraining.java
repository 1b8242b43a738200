package chat262.launcher.runtime;

import chat262.api.Paths;
import chat262.launcher.common.StartupException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A training run for a CDS archive: a server on data of its own, started only to record which classes a start and the first calls
 * load.
 */
final class CdsTraining {
    private static final Duration TIMEOUT = Duration.ofMinutes(10);
    private static final int POLL_MILLIS = 50;

    private final Path serverJar;
    private final Path folder;
    private final List<String> javaOptions;
    private final HttpClient http = HttpClient.newHttpClient();

    /**
     * A run that has not started yet.
     *
     * @param folder an empty folder for the server's data and output
     * @param javaOptions the JVM options that record the classes
     */
    CdsTraining(Path serverJar, Path folder, List<String> javaOptions) {
        this.serverJar = serverJar;
        this.folder = folder;
        this.javaOptions = javaOptions;
    }

    /** Starts the server, calls it and stops it; returns when it has ended, and so has written its record. */
    void run() throws StartupException, IOException {
        int port = freePort();
        Path output = folder.resolve("output");
        Process server = start(port, output);
        Thread end = new Thread(server::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(end);
        try {
            awaitReady(server, output);
            callServer("http://127.0.0.1:" + port);
            server.destroy();
            if (!server.waitFor(TIMEOUT.toSeconds(), TimeUnit.SECONDS)) {
                throw failed("did not end", output);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed("was interrupted", output);
        } finally {
            server.destroyForcibly();
            Runtime.getRuntime().removeShutdownHook(end);
        }
    }

    private Process start(int port, Path output) throws IOException {
        List<String> command = new ArrayList<>(List.of(Jvm.command().toString()));
        command.addAll(javaOptions);
        command.addAll(List.of("-jar", serverJar.toString(), "--port", String.valueOf(port)));
        command.addAll(List.of("--data", folder.resolve("data").toString(), "--password-iterations", "1024"));
        command.addAll(List.of("--start-timeout", String.valueOf(TIMEOUT.toSeconds())));
        ProcessBuilder builder = new ProcessBuilder(command);
        // Settings and agents in the environment are meant for the real server.
        builder.environment().keySet().removeIf(name -> name.startsWith("CHAT_") || name.endsWith("JAVA_OPTIONS"));
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        return builder.redirectErrorStream(true).redirectOutput(output.toFile()).start();
    }

    private static void awaitReady(Process server, Path output)
            throws StartupException, IOException, InterruptedException {
        long deadline = System.nanoTime() + TIMEOUT.toNanos();
        while (!Files.readString(output).contains("262chat is ready at ")) {
            if (!server.isAlive() || System.nanoTime() > deadline) {
                throw failed("did not get ready", output);
            }
            Thread.sleep(POLL_MILLIS);
        }
    }

    /** What clients call first: they log in, open a room, send, fetch and acknowledge. */
    private void callServer(String server) throws IOException, InterruptedException {
        String api = server + Paths.BASE;
        call("GET", server + "/", "", "");
        String account = "{\"username\":\"%s\",\"password\":\"correct horse\"}";
        call("POST", api + "/accounts", "", account.formatted("ann"));
        call("POST", api + "/accounts", "", account.formatted("bob"));
        String token = field("token", call("POST", api + "/sessions", "", account.formatted("ann")));
        String room = field("id", call("PUT", api + "/rooms/direct/bob", token, ""));
        for (int i = 0; i < 3; i++) {
            call("POST", api + "/rooms/" + room + "/messages", token, "{\"body\":\"hello\"}");
        }
        call("GET", api + "/rooms", token, "");
        call("GET", api + "/rooms/" + room, token, "");
        call("GET", api + "/rooms/" + room + "/messages?after=0", token, "");
        call("PUT", api + "/rooms/" + room + "/cursor", token, "{\"seq\":3}");
        call("GET", api + "/rooms", "nobody", "");
        call("DELETE", api + "/sessions/current", token, "");
    }

    private String call(String method, String url, String token, String body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url))
                .timeout(TIMEOUT)
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .header("Content-Type", "application/json")
                .header(Paths.IDEMPOTENCY_KEY, UUID.randomUUID().toString());
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString()).body();
    }

    private static String field(String name, String json) throws IOException {
        Matcher found = Pattern.compile("\"" + name + "\":\"?([^\",}]+)").matcher(json);
        if (!found.find()) {
            throw new IOException("an answer has no " + name + ": " + json);
        }
        return found.group(1);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static StartupException failed(String how, Path output) {
        try {
            return StartupException.failed("the server that should show which classes a start takes " + how + ": "
                    + Files.readString(output).strip());
        } catch (IOException e) {
            return StartupException.failed("the server that should show which classes a start takes " + how);
        }
    }
}
