package chat262.it.faults;

import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.client.Fields;
import chat262.it.client.Person;
import chat262.it.process.Await;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Passwords that take long to hash, of more people than the server has threads for requests. */
class HashingIT {
    private static final int STRANGERS = 250;

    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void rest() {
        AgentServer.shared().agent().rest();
    }

    @Test
    void strangersWhoWaitHoldUpNoMemberAndTooManyAreRefused() {
        Person anna = AgentServer.shared().somebody();
        long room = anna.direct(AgentServer.shared().somebody());
        AgentServer.shared().agent().holdHashing();
        List<CompletableFuture<HttpResponse<String>>> strangers =
                Stream.generate(this::register).limit(STRANGERS).toList();
        Await.until("more wait than may", () -> strangers.stream().anyMatch(CompletableFuture::isDone));
        assertThat(anna.send(room, "hello").status()).isEqualTo(201);
        assertThat(anna.fetch(room, "after=0").objects("messages")).hasSize(1);
        AgentServer.shared().agent().rest();

        assertThat(strangers)
                .extracting(CompletableFuture::join)
                .allSatisfy(answer -> assertThat(answer.statusCode()).isIn(201, 503))
                .filteredOn(answer -> answer.statusCode() == 503)
                .isNotEmpty()
                .allSatisfy(answer -> {
                    assertThat(answer.body()).contains("/problems/overloaded");
                    assertThat(answer.headers().firstValue("Retry-After")).contains("1");
                });
    }

    private CompletableFuture<HttpResponse<String>> register() {
        URI accounts = AgentServer.shared().server().url().resolve("/api/v1/accounts");
        String account = Fields.of("username", AgentServer.unusedName(), "password", Person.PASSWORD)
                .toString();
        HttpRequest request = HttpRequest.newBuilder(accounts)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(account))
                .build();
        return client.sendAsync(request, HttpResponse.BodyHandlers.ofString());
    }
}
