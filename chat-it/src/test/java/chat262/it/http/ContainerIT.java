package chat262.it.http;

import static chat262.it.contract.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import chat262.api.Paths;
import chat262.it.client.Answer;
import chat262.it.client.Api;
import chat262.it.client.Fields;
import chat262.it.client.Person;
import chat262.it.client.RawConnection;
import chat262.it.contract.SharedServer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused before a feature sees it: the container's own 404, 405, 406, 413, 415 and 431. */
@ExtendWith(SharedServer.class)
class ContainerIT {
    private final Person anna = SharedServer.somebody();
    private final Api outside = SharedServer.api();

    @Test
    void everyAnswerHasADate() throws IOException {
        long room = anna.direct(SharedServer.somebody());
        List<Answer> answers = List.of(
                anna.api().get("/rooms"),
                anna.send(room, "hello"),
                anna.api().get("/nothing"),
                outside.get("/../../"),
                outside.get("/../../nothing.html"),
                RawConnection.ask(SharedServer.process().url(), "GET / HTTP/1.1 nonsense\r\n\r\n"));
        assertThat(answers).extracting(Answer::status).containsExactly(200, 201, 404, 200, 404, 400);
        assertThat(answers)
                .extracting(answer -> answer.header("Date").orElse("none"))
                .allSatisfy(date -> assertThat(DateTimeFormatter.RFC_1123_DATE_TIME.parse(date, Instant::from))
                        .isBetween(
                                Instant.now().minusSeconds(600), Instant.now().plusSeconds(1)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/nothing",
                "/accounts/a/b",
                "/rooms/1/nothing",
                "/rooms/1/messages/1",
                "/rooms/1/members/a/b",
                "/problems/invalid",
                "/%2e%2e/%2e%2e/WEB-INF/web.xml",
                "/rooms/%E2%82%AC"
            })
    void aPathThatIsNoneIsNotFound(String path) {
        Answer answer = anna.api().get(path);
        assertRefused(answer, "not-found");
        assertThat(answer.text("instance")).isEqualTo("/api/v1" + path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../../nothing",
                "/../../nothing.html",
                "/../../WEB-INF/web.xml",
                "/../../META-INF/MANIFEST.MF",
                "/../v2/accounts",
                "/../../WEB-INF/classes/META-INF/persistence.xml",
                "/../../problem-page"
            })
    void outsideTheApiNotFoundIsAProblemToo(String path) {
        assertRefused(outside.get(path), "not-found");
    }

    @ParameterizedTest
    @CsvSource({
        "DELETE, /accounts, GET POST", "PUT, /accounts/x, GET", "GET, /accounts/me/password, PUT",
                "PUT, /sessions, GET POST",
        "GET, /sessions/1, DELETE", "DELETE, /rooms, GET POST", "POST, /rooms/1, GET PATCH",
                "PUT, /rooms/1/members, POST",
        "DELETE, /rooms/1/messages, GET POST", "GET, /rooms/1/cursor, PUT", "FOO, /rooms, GET POST"
    })
    void aMethodThatIsNotThereIsRefusedWithTheOnesThatAre(String method, String path, String there) {
        Answer answer = anna.api().send(method, path, "{}");
        assertRefused(answer, "method-not-allowed");
        assertThat(Arrays.asList(answer.header("Allow").orElseThrow().split(",\\s*")))
                .contains(there.split(" "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"FOO", "TRACE"})
    void aMethodThatNobodyKnowsIsRefusedEverywhere(String method) throws IOException {
        for (String path : List.of("/", "/api/v1/rooms", "/health/ready")) {
            String request = method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
            Answer answer = RawConnection.ask(SharedServer.process().url(), request);
            assertRefused(answer, answer.status() == 401 ? "not-logged-in" : "method-not-allowed");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "application/xml", "image/png", "text/plain;q=0.5, text/html"})
    void answersAreJsonOrNone(String accept) {
        assertRefused(anna.api().with("Accept", accept).get("/rooms"), "not-acceptable");
        assertRefused(anna.api().with("Accept", accept).get("/accounts/" + anna.name()), "not-acceptable");
    }

    @Test
    void jsonIsAcceptedInItsManyForms() {
        for (String accept : List.of("application/json", "*/*", "application/*", "text/html, application/json;q=0.1")) {
            Answer answer = anna.api().with("Accept", accept).get("/rooms");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("application/json"));
        }
    }

    @Test
    void aProblemIsWrittenWhateverIsAccepted() {
        assertRefused(anna.api().with("Accept", "application/json").get("/rooms/0"), "not-found");
        assertRefused(anna.api().with("Accept", "text/html").get("/nothing"), "not-found");
        assertRefused(outside.with("Accept", "text/html").get("/rooms"), "not-logged-in");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/xml",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "application/octet-stream",
                "application/json-patch+json",
                "application/merge-patch+json"
            })
    void aBodyOfAnotherTypeIsRefused(String type) {
        var body = BodyPublishers.ofString("{\"name\":\"x\",\"members\":[]}");
        assertRefused(anna.api().send("POST", "/rooms", type, body), "unsupported-media-type");
        assertRefused(outside.send("POST", "/accounts", type, body), "unsupported-media-type");
        assertRefused(anna.api().send("PATCH", "/rooms/1", type, body), "unsupported-media-type");
    }

    @Test
    void aBodyWithoutATypeIsRefusedAndOneWithACharsetIsNot() {
        var body = BodyPublishers.ofString("{\"seq\":0}");
        long room = anna.direct(SharedServer.somebody());
        String path = "/rooms/" + room + "/cursor";
        assertRefused(anna.api().send("PUT", path, null, body), "unsupported-media-type");
        for (String type :
                List.of("application/json;charset=utf-8", "application/json; charset=UTF-8", "APPLICATION/JSON")) {
            assertThat(anna.api().send("PUT", path, type, body).status()).isEqualTo(200);
        }
    }

    @Test
    void aBodyHasAtMost64Kibibytes() {
        long room = anna.direct(SharedServer.somebody());
        String path = "/rooms/" + room + "/messages";
        String fits = "{\"body\":\"x\"}" + " ".repeat(64 * 1024 - 12);
        assertThat(anna.api().keyed(Person.newKey()).send("POST", path, fits).status())
                .isEqualTo(201);
        assertRefused(anna.api().keyed(Person.newKey()).send("POST", path, fits + " "), "too-large");
        assertRefused(anna.api().send("POST", "/rooms", "x".repeat(5_000_000)), "too-large");
        assertRefused(outside.send("POST", "/accounts", "x".repeat(5_000_000)), "too-large");
        assertThat(anna.log(room)).hasSize(1);
    }

    @Test
    void headersHaveAtMost8Kibibytes() {
        assertThat(anna.api().with("X-Filler", "x".repeat(6_000)).get("/rooms").status())
                .isEqualTo(200);
        assertRefused(anna.api().with("X-Filler", "x".repeat(9_000)).get("/rooms"), "headers-too-large");
        assertRefused(anna.api().get("/rooms?x=" + "x".repeat(9_000)), "headers-too-large");
    }

    @Test
    void headAndOptionsAreAnswered() {
        assertThat(anna.api()
                        .send("HEAD", "/rooms", null, BodyPublishers.noBody())
                        .status())
                .isEqualTo(200);
        Answer options = anna.api().send("OPTIONS", "/rooms", null, BodyPublishers.noBody());
        assertThat(options.status()).isEqualTo(200);
        assertThat(options.header("Allow"))
                .hasValueSatisfying(allow -> assertThat(allow).contains("GET", "POST"));
    }

    @Test
    void whoeverOffersHttp2IsAnsweredOverHttp1() throws Exception {
        String token = SharedServer.api()
                .post(
                        "/sessions",
                        Fields.of(
                                "username",
                                SharedServer.somebody().name(),
                                "password",
                                Person.PASSWORD,
                                "takeOver",
                                true))
                .expect(201)
                .text("token");
        HttpClient offering =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_2).build();
        HttpRequest request = HttpRequest.newBuilder(SharedServer.api().server().resolve(Paths.BASE + "/rooms"))
                .header("Authorization", "Bearer " + token)
                .build();
        HttpResponse<String> answer = offering.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void theAnswerNamesThePathOfItsRequest() {
        assertThat(anna.api().get("/rooms/0?limit=1").text("instance")).isEqualTo("/api/v1/rooms/0");
        assertThat(anna.api().get("/accounts/%3Cb%3E").text("instance")).isEqualTo("/api/v1/accounts/%3Cb%3E");
        assertThat(anna.api().post("/rooms", Fields.of()).text("instance")).isEqualTo("/api/v1/rooms");
    }
}
