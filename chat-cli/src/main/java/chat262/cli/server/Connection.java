package chat262.cli.server;

import chat262.api.problems.Problem;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import jakarta.ws.rs.client.Invocation;
import jakarta.ws.rs.client.WebTarget;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.Closeable;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.glassfish.jersey.client.ClientConfig;
import org.glassfish.jersey.client.ClientProperties;
import org.glassfish.jersey.jnh.connector.JavaNetHttpConnectorProvider;

/** HTTP to one server: sends a request, and returns its answer or throws what went wrong. Thread-safe. */
final class Connection implements Closeable {
    /** From the start of a call to the last byte of its answer. */
    static final Duration CALL_TIMEOUT = Duration.ofSeconds(30);

    private final URI url;
    private Client client;
    private final ExecutorService calls = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "call");
        thread.setDaemon(true);
        return thread;
    });

    Connection(URI url) {
        this.url = url;
    }

    /** Made at the first call, because it takes a while, and a prompt should not have to wait for it. */
    synchronized WebTarget root() {
        if (client == null) {
            ClientConfig config = new ClientConfig();
            config.connectorProvider(new JavaNetHttpConnectorProvider());
            config.property(ClientProperties.CONNECT_TIMEOUT, (int) CALL_TIMEOUT.toMillis());
            config.property(ClientProperties.FOLLOW_REDIRECTS, false);
            client = ClientBuilder.newClient(config);
        }
        return client.target(url);
    }

    /**
     * Makes a call.
     *
     * @param read takes the answer, of a status below 400
     * @throws RequestRejected if the server answered with a problem
     * @throws NoAnswer if there was no answer of this protocol
     */
    <T> T call(Invocation request, Function<Response, T> read) {
        // In a thread of its own: the connector's time-out ends with the answer's first line, and a body may never end.
        Future<T> answer = calls.submit(() -> {
            try (Response response = request.invoke()) {
                return read(response, read);
            }
        });
        try {
            return answer.get(CALL_TIMEOUT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw NoAnswer.because("it did not answer within " + CALL_TIMEOUT.toSeconds() + " s");
        } catch (InterruptedException e) {
            answer.cancel(true);
            Thread.currentThread().interrupt();
            throw NoAnswer.because("the call was broken off");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RequestRejected refused) {
                throw refused;
            }
            throw e.getCause() instanceof NoAnswer none ? none : NoAnswer.because(e.getCause());
        }
    }

    private static <T> T read(Response response, Function<Response, T> read) {
        int status = response.getStatus();
        if (status >= 400) {
            throw refusal(response, status);
        }
        if (status >= 300 && status != Response.Status.NOT_MODIFIED.getStatusCode()) {
            throw NoAnswer.because("the answer is a redirect (" + status + "): this is not the server's own address");
        }
        try {
            return read.apply(response);
        } catch (ProcessingException e) {
            throw NoAnswer.because("the answer is not one of a 262chat server");
        }
    }

    private static RuntimeException refusal(Response response, int status) {
        try {
            // As text: a proxy's page must not fail on its media type.
            Problem problem = Answers.read(response.readEntity(String.class), Problem.class);
            if (problem.type() != null && problem.title() != null && problem.status() == status) {
                return new RequestRejected(problem, status, retryAfter(response));
            }
        } catch (ProcessingException e) {
            // Not a problem of ours.
        }
        return NoAnswer.because("something between you and the server answers " + status + " in its place");
    }

    private static Duration retryAfter(Response response) {
        String seconds = response.getHeaderString(HttpHeaders.RETRY_AFTER);
        return seconds != null && seconds.matches("\\d{1,6}") ? Duration.ofSeconds(Long.parseLong(seconds)) : null;
    }

    @Override
    public synchronized void close() {
        calls.shutdownNow();
        if (client != null) {
            client.close();
        }
    }
}
