package chat262.launcher;

import chat262.api.Paths;
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

/** A server that is started only to see which classes a start and a first conversation take. It has its own data. */
final class Training {
    private static final Duration MOST = Duration.ofMinutes(10);
    private static final int MILLIS_BETWEEN_LOOKS = 50;

    private final Path serverJar;
    private final Path folder;
    private final List<String> javaOptions;
    private final HttpClient http = HttpClient.newHttpClient();

    /**
     * A server that isn't started yet.
     *
     * @param folder an empty folder for its data and what it says
     */
    Training(Path serverJar, Path folder, List<String> javaOptions) {
        this.serverJar = serverJar;
        this.folder = folder;
        this.javaOptions = javaOptions;
    }

    /** Starts it, talks with it and stops it; returns when it has ended, and so has written what the options asked for. */
    void run() throws CannotStart, IOException {
        int port = freePort();
        Path said = folder.resolve("said");
        Process server = start(port, said);
        Thread end = new Thread(server::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(end);
        try {
            awaitReady(server, said);
            talk("http://127.0.0.1:" + port);
            server.destroy();
            if (!server.waitFor(MOST.toSeconds(), TimeUnit.SECONDS)) {
                throw failed("did not end", said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed("was interrupted", said);
        } finally {
            server.destroyForcibly();
            Runtime.getRuntime().removeShutdownHook(end);
        }
    }

    private Process start(int port, Path said) throws IOException {
        List<String> command = new ArrayList<>(List.of(JavaMachine.program().toString()));
        command.addAll(javaOptions);
        command.addAll(List.of("-jar", serverJar.toString(), "--port", String.valueOf(port)));
        command.addAll(List.of("--data", folder.resolve("data").toString(), "--password-iterations", "1024"));
        ProcessBuilder builder = new ProcessBuilder(command);
        // Neither settings nor an agent that are meant for the real server.
        builder.environment().keySet().removeIf(name -> name.startsWith("CHAT_") || name.endsWith("JAVA_OPTIONS"));
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        return builder.redirectErrorStream(true).redirectOutput(said.toFile()).start();
    }

    private static void awaitReady(Process server, Path said) throws CannotStart, IOException, InterruptedException {
        long deadline = System.nanoTime() + MOST.toNanos();
        while (!Files.readString(said).contains("262chat is ready at ")) {
            if (!server.isAlive() || System.nanoTime() > deadline) {
                throw failed("did not get ready", said);
            }
            Thread.sleep(MILLIS_BETWEEN_LOOKS);
        }
    }

    /** The calls of two people who meet. */
    private void talk(String server) throws IOException, InterruptedException {
        String api = server + Paths.BASE;
        call("GET", server + "/", "", "");
        String person = "{\"username\":\"%s\",\"password\":\"correct horse\"}";
        call("POST", api + "/accounts", "", person.formatted("ann"));
        call("POST", api + "/accounts", "", person.formatted("bob"));
        String token = field("token", call("POST", api + "/sessions", "", person.formatted("ann")));
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
                .timeout(MOST)
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

    private static CannotStart failed(String how, Path said) {
        try {
            return CannotStart.failed("the server that should show which classes a start takes " + how + ": "
                    + Files.readString(said).strip());
        } catch (IOException e) {
            return CannotStart.failed("the server that should show which classes a start takes " + how);
        }
    }
}
