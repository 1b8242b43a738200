package chat262.cli.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;

/** The certificates of a server. */
final class Certificates {
    private static final Duration TIMEOUT = Duration.ofSeconds(10);

    private Certificates() {}

    /** When the first of the server's certificates ends; empty where the connection is not encrypted. */
    static Optional<Instant> end(URI server) {
        if (!"https".equals(server.getScheme())) {
            return Optional.empty();
        }
        HttpRequest request = HttpRequest.newBuilder(server).timeout(TIMEOUT).build();
        try {
            return HttpClient.newBuilder()
                    .connectTimeout(TIMEOUT)
                    .build()
                    .send(request, HttpResponse.BodyHandlers.discarding())
                    .sslSession()
                    .flatMap(Certificates::end);
        } catch (IOException e) {
            throw NoAnswer.because(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw NoAnswer.because("the call was broken off");
        }
    }

    private static Optional<Instant> end(SSLSession session) {
        try {
            Certificate[] chain = session.getPeerCertificates();
            return Arrays.stream(chain)
                    .map(X509Certificate.class::cast)
                    .map(certificate -> certificate.getNotAfter().toInstant())
                    .min(Instant::compareTo);
        } catch (SSLPeerUnverifiedException e) {
            return Optional.empty();
        }
    }
}
