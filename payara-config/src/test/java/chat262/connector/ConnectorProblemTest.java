package chat262.connector;

import static org.assertj.core.api.Assertions.assertThat;

import chat262.api.problems.ProblemType;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConnectorProblemTest {
    @ParameterizedTest
    @CsvSource({
        "400, INVALID, Bad Request",
        "401, NOT_LOGGED_IN, Unauthorized",
        "403, FORBIDDEN, Forbidden",
        "404, NOT_FOUND, Not Found",
        "405, METHOD_NOT_ALLOWED, Method Not Allowed",
        "411, INVALID, Bad Request",
        "413, TOO_LARGE, Content Too Large",
        "414, HEADERS_TOO_LARGE, Request Header Fields Too Large",
        "431, HEADERS_TOO_LARGE, Request Header Fields Too Large",
        "500, INTERNAL, Internal Server Error",
        "501, METHOD_NOT_ALLOWED, Method Not Allowed",
        "503, UNAVAILABLE, Service Unavailable",
        "504, INTERNAL, Internal Server Error",
        "505, INVALID, Bad Request"
    })
    void aStatusOfTheContainerBecomesAProblem(int status, ProblemType type, String reason) {
        ConnectorProblem problem = ConnectorProblem.ofStatus(status);
        assertThat(problem.type()).isEqualTo(type);
        assertThat(problem.detail()).isEqualTo(type.title());
        assertThat(problem.status().getStatusCode()).isEqualTo(type.status());
        assertThat(problem.status().getReasonPhrase()).isEqualTo(reason);
    }

    @Test
    void theBodyIsAsciiJsonWhateverTheRequestContains() {
        byte[] json = new ConnectorProblem(ProblemType.INVALID, "say \"no\"").json("/a\\b\u00e4\u0001");
        assertThat(new String(json, StandardCharsets.UTF_8))
                .isEqualTo(
                        "{\"detail\":\"say \\u0022no\\u0022\",\"instance\":\"/a\\u005cb\\u00e4\\u0001\",\"status\":400,"
                                + "\"title\":\"The request is not valid\",\"type\":\"/problems/invalid\"}");
    }
}
