package chat262.it.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Accounts that are logged in, in pairs that share a direct room. */
final class Setup {
    private static final String PASSWORD = "a long password";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI api;

    Setup(URI server) {
        this.api = server.resolve("/api/v1/");
    }

    /** For each of some accounts, an even number, the call that sends a message to its room. */
    List<Call> senders(int count, String text) throws IOException, InterruptedException {
        List<String> tokens = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String who = "\"username\":\"bench" + i + "\",\"password\":\"" + PASSWORD + "\"";
            call("POST", "accounts", "", "{" + who + "}");
            tokens.add(field("\"token\":\"([^\"]+)\"", call("POST", "sessions", "", "{" + who + "}")));
        }
        List<Call> calls = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            String room = call("PUT", "rooms/direct/bench" + (i ^ 1), tokens.get(i), "");
            calls.add(Call.send(api.getAuthority(), Long.parseLong(field("\"id\":(\\d+)", room)), tokens.get(i), text));
        }
        return calls;
    }

    private String call(String method, String path, String token, String body)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(api.resolve(path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .header("Content-Type", "application/json");
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        HttpResponse<String> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() >= 300) {
            throw new IOException(method + " " + path + ": " + answer.body());
        }
        return answer.body();
    }

    private static String field(String pattern, String json) {
        Matcher found = Pattern.compile(pattern).matcher(json);
        if (!found.find()) {
            throw new IllegalStateException(pattern + " is not in " + json);
        }
        return found.group(1);
    }
}
