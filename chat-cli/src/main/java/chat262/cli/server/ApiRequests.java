package chat262.cli.server;

import chat262.api.Keys;
import chat262.api.Paths;
import jakarta.ws.rs.client.Entity;
import jakarta.ws.rs.client.Invocation;
import jakarta.ws.rs.client.WebTarget;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.Closeable;
import java.net.URI;
import java.util.function.Function;

/** The requests of one caller below the API's root, with its token. Thread-safe. */
final class ApiRequests implements Closeable {
    private final Connection connection;
    private final String token;

    /** @param token the caller's; null for the calls that need none */
    ApiRequests(URI url, String token) {
        this.connection = new Connection(url);
        this.token = token;
    }

    WebTarget root() {
        return connection.root().path(Paths.BASE);
    }

    WebTarget room(long id, String below) {
        return root().path("rooms/" + id + below);
    }

    WebTarget member(long room, String username) {
        return room(room, "/members/{username}").resolveTemplate("username", username);
    }

    /** @param key the idempotency key; null for none */
    Invocation.Builder request(WebTarget target, String key) {
        Invocation.Builder request = target.request(MediaType.APPLICATION_JSON, Paths.PROBLEM_JSON);
        if (token != null) {
            request.header(HttpHeaders.AUTHORIZATION, "Bearer " + token);
        }
        return key == null ? request : request.header(Paths.IDEMPOTENCY_KEY, key);
    }

    <T> T get(WebTarget target, Class<T> type) {
        return answer(request(target, null).buildGet(), type);
    }

    <T> T post(WebTarget target, Object body, String key, Class<T> type) {
        return answer(request(target, key).buildPost(Entity.json(body)), type);
    }

    <T> T put(WebTarget target, Object body, Class<T> type) {
        return answer(request(target, null).buildPut(Entity.json(body)), type);
    }

    <T> T patch(WebTarget target, Object body, Class<T> type) {
        return answer(request(target, Keys.make()).build("PATCH", Entity.json(body)), type);
    }

    void delete(WebTarget target, String key) {
        call(request(target, key).buildDelete(), Response::getStatus);
    }

    private <T> T answer(Invocation request, Class<T> type) {
        return call(request, answer -> Answers.read(answer, type));
    }

    <T> T call(Invocation request, Function<Response, T> read) {
        return connection.call(request, read);
    }

    @Override
    public void close() {
        connection.close();
    }
}
