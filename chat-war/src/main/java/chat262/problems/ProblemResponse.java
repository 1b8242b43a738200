package chat262.problems;

import chat262.api.Paths;
import chat262.api.problems.Problem;
import chat262.api.problems.ProblemType;
import chat262.platform.JsonRules;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** A problem as an HTTP response, for JAX-RS or for a servlet. */
public record ProblemResponse(Problem problem, Map<String, String> headers) {

    /** The response for a problem; {@code instance} is the path of the request. */
    public static ProblemResponse of(ProblemException e, String instance) {
        ProblemType type = e.type();
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Cache-Control", "no-store");
        if (type.status() == Response.Status.UNAUTHORIZED.getStatusCode()) {
            headers.put("WWW-Authenticate", "Bearer");
        }
        if (e.retryAfterSeconds() != null) {
            headers.put("Retry-After", e.retryAfterSeconds().toString());
        }
        Problem problem = new Problem(type.uri(), type.title(), type.status(), e.getMessage(), instance, e.errors());
        return new ProblemResponse(problem, headers);
    }

    Response toResponse() {
        // Bytes, not the record: it must be written even if the client does not accept JSON.
        Response.ResponseBuilder response =
                Response.status(problem.status()).entity(json()).type(Paths.PROBLEM_JSON);
        headers.forEach(response::header);
        return response.build();
    }

    /** Writes this to a servlet's response, which must not be committed yet. */
    public void writeTo(HttpServletResponse response) throws IOException {
        response.setStatus(problem.status());
        headers.forEach(response::setHeader);
        response.setContentType(Paths.PROBLEM_JSON);
        byte[] body = json();
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private byte[] json() {
        return JsonRules.json().toJson(problem).getBytes(StandardCharsets.UTF_8);
    }
}
