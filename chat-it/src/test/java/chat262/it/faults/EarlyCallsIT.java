package chat262.it.faults;

import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.client.Person;
import chat262.it.process.ServerProcess;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Messages that come while the server starts, at any moment of that. */
class EarlyCallsIT {
    private static final int MILLIS_BETWEEN = 3;

    /** Each call that is held keeps one of the server's threads. */
    private static final int MAX_UNDER_WAY = 150;

    /** Asked for once: asking again would start it. */
    private final AgentServer shared = AgentServer.shared();

    private final HttpClient client = HttpClient.newHttpClient();
    private final ConcurrentLinkedQueue<CompletableFuture<HttpResponse<String>>> calls = new ConcurrentLinkedQueue<>();

    private final AtomicInteger underWay = new AtomicInteger();

    @AfterEach
    void rest() {
        shared.agent().rest();
    }

    @Test
    void areStoredOrCanBeRepeatedAndNeverRefused() {
        Person anna = shared.somebody();
        long room = anna.direct(shared.somebody());
        ServerProcess server = shared.server();
        server.stop();
        shared.agent().holdEarlyCalls();
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        URI messages = server.url().resolve("/api/v1/rooms/" + room + "/messages");
        clock.scheduleAtFixedRate(() -> call(messages, anna), 0, MILLIS_BETWEEN, TimeUnit.MILLISECONDS);
        try {
            server.start();
        } finally {
            clock.shutdownNow();
        }
        List<Integer> statuses =
                calls.stream().map(EarlyCallsIT::status).distinct().toList();
        assertThat(statuses).contains(201).isSubsetOf(List.of(0, 201, 503));
    }

    private void call(URI messages, Person sender) {
        if (underWay.get() >= MAX_UNDER_WAY) {
            return;
        }
        underWay.incrementAndGet();
        HttpRequest request = HttpRequest.newBuilder(messages)
                .header("Authorization", "Bearer " + sender.token())
                .header("Idempotency-Key", Person.newKey())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"body\":\"is anybody there?\"}"))
                .build();
        calls.add(client.sendAsync(request, HttpResponse.BodyHandlers.ofString())
                .whenComplete((answer, failure) -> underWay.decrementAndGet()));
    }

    /** 0 where nobody listens yet. */
    private static int status(CompletableFuture<HttpResponse<String>> call) {
        return call.handle((answer, failure) -> failure == null ? answer.statusCode() : 0)
                .join();
    }
}
