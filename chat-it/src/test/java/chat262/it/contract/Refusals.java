package chat262.it.contract;

import static org.assertj.core.api.Assertions.assertThat;

import chat262.api.Paths;
import chat262.it.client.Answer;
import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;

/** What holds for every answer of 400 and above, whatever was refused. */
public final class Refusals {
    /** The protocol's table, written down a second time so that a change of the server's shows. */
    private static final Map<String, Integer> STATUS = Map.ofEntries(
            Map.entry("invalid", 400),
            Map.entry("key-missing", 400),
            Map.entry("not-logged-in", 401),
            Map.entry("wrong-credentials", 401),
            Map.entry("forbidden", 403),
            Map.entry("wrong-origin", 403),
            Map.entry("not-found", 404),
            Map.entry("method-not-allowed", 405),
            Map.entry("not-acceptable", 406),
            Map.entry("username-taken", 409),
            Map.entry("room-name-taken", 409),
            Map.entry("logged-in-elsewhere", 409),
            Map.entry("last-owner", 409),
            Map.entry("not-a-group", 409),
            Map.entry("history-changed", 409),
            Map.entry("too-large", 413),
            Map.entry("unsupported-media-type", 415),
            Map.entry("unknown-member", 422),
            Map.entry("key-reused", 422),
            Map.entry("beyond-the-end", 422),
            Map.entry("slow-down", 429),
            Map.entry("headers-too-large", 431));

    private static final List<String> TRACES =
            List.of("Exception", "\tat ", "java.", "org.", "eclipselink", "SQLSTATE", "SELECT ");

    private Refusals() {}

    /** The answer is this problem, complete, with the headers that go with it and nothing of the server's inside. */
    public static void assertRefused(Answer answer, String slug) {
        assertThat(answer.slug()).as("problem of %s", answer).contains(slug);
        assertThat(answer.status()).isEqualTo(STATUS.get(slug));
        assertThat(answer.header("Content-Type")).contains(Paths.PROBLEM_JSON);
        assertThat(answer.header("Cache-Control")).contains("no-store");
        JsonObject problem = answer.json();
        assertThat(problem).containsKeys("type", "title", "status", "detail", "instance");
        assertThat(problem.keySet()).isSubsetOf("type", "title", "status", "detail", "instance", "errors");
        assertThat(problem.getString("type")).isEqualTo("/problems/" + slug);
        assertThat(problem.getInt("status")).isEqualTo(answer.status());
        assertThat(problem.getString("title")).isNotBlank();
        assertThat(problem.getString("detail")).isNotBlank();
        assertThat(problem.getString("instance")).startsWith("/");
        assertThat(answer.header("WWW-Authenticate").isPresent()).isEqualTo(answer.status() == 401);
        assertThat(answer.header("Retry-After").isPresent()).isEqualTo(answer.status() == 429);
        answer.header("WWW-Authenticate").ifPresent(scheme -> assertThat(scheme).isEqualTo("Bearer"));
        answer.header("Retry-After")
                .ifPresent(seconds -> assertThat(Integer.parseInt(seconds)).isPositive());
        assertThat(TRACES).noneMatch(answer.body()::contains);
    }

    /** The answer is {@code invalid} and names exactly these fields. */
    public static void assertInvalid(Answer answer, String... fields) {
        assertRefused(answer, "invalid");
        assertThat(answer.objects("errors"))
                .extracting(error -> error.getString("field"))
                .containsExactlyInAnyOrder(fields);
        assertThat(answer.objects("errors"))
                .allSatisfy(error -> assertThat(error.getString("message")).isNotBlank());
    }
}
