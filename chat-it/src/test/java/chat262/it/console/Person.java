package chat262.it.console;

import static org.assertj.core.api.Assertions.assertThat;

import chat262.api.MemberView;
import chat262.api.Paths;
import chat262.api.Room;
import chat262.api.RoomList;
import chat262.it.client.Answer;
import chat262.it.client.Api;
import chat262.it.client.FaultyLink;
import chat262.it.client.Fields;
import chat262.it.process.ConsoleProcess;
import jakarta.json.JsonObject;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Somebody with an account, a home folder and consoles; and what the server says when it is asked as them. */
final class Person {
    static final String PASSWORD = "correct horse";

    private static final AtomicInteger COUNT = new AtomicInteger();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final Jsonb JSON = JsonbBuilder.create();

    private final String name;
    private final Path home;

    private Person(String name, Path home) {
        this.name = name;
        this.home = home;
    }

    /**
     * Registers somebody and logs them in, as a console would have: with a session by a call, and the file that a console keeps
     * it in. A process for each would be half of the time of these checks; the commands have checks of their own.
     */
    static Person create(String kind, Path folder) {
        Person person = new Person(kind + COUNT.incrementAndGet(), folder.resolve(kind + COUNT.get()));
        URI server = ConsoleServer.server().url();
        JsonObject account = Fields.of("username", person.name, "password", PASSWORD);
        Api.of(server).post("/accounts", account).expect(201);
        Answer session = Api.of(server).post("/sessions", account).expect(201);
        String place = URLEncoder.encode(server.getAuthority() + server.getPath(), StandardCharsets.UTF_8);
        Path state = person.home.resolve("chat").resolve("http_" + place.replace("%3A", "_"));
        try {
            Files.createDirectories(state);
            Files.writeString(state.resolve("login.json"), session.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return person;
    }

    String name() {
        return name;
    }

    Path home() {
        return home;
    }

    /** Carries out a command, or what is typed where there is none. */
    ConsoleProcess.Result run(String input, String... arguments) {
        return ConsoleProcess.run(home, ConsoleServer.server().url(), input, arguments);
    }

    /** Carries out a command by some way to the server, where {@link #logInBy} was before. */
    ConsoleProcess.Result runBy(FaultyLink link, String input, String... arguments) {
        return ConsoleProcess.run(home, link.url(), input, arguments);
    }

    /** Sends messages to somebody, one after the other. */
    void send(String to, List<String> texts) {
        ConsoleProcess.Result sent = run("chat " + to + "\n" + String.join("\n", texts) + "\n");
        assertThat(sent.exitCode()).as("%s", sent).isZero();
    }

    /** Opens a console that has reached the server. */
    ConsoleProcess console() {
        return console(ConsoleServer.server().url());
    }

    /** Opens a console that reaches the server by some way. The login is that of the server itself. */
    ConsoleProcess console(URI url) {
        ConsoleProcess console = ConsoleProcess.start(home, url);
        console.awaitNotice("-- connected");
        return console;
    }

    /** Logs in by some way to the server, taking the session over. */
    void logInBy(FaultyLink link) {
        ConsoleProcess.Result login = runBy(link, PASSWORD, "login", name, "--take-over", "--password-stdin");
        assertThat(login.exitCode()).as("%s", login).isZero();
    }

    /** Logs in by some way to the server and opens a console there. */
    ConsoleProcess consoleBy(FaultyLink link) {
        logInBy(link);
        return console(link.url());
    }

    /** Opens a console that chats with somebody. */
    ConsoleProcess chatting(String with) {
        ConsoleProcess console = console();
        chat(console, with);
        return console;
    }

    static void chat(ConsoleProcess console, String with) {
        console.type("chat " + with);
        console.awaitLine("-- .*unread --");
    }

    /** The texts in the log of the direct room with somebody, as the server has them. */
    List<String> log(String peer) {
        return texts(peer).map(message -> message.getString("body")).toList();
    }

    /** The keys of what this person has written there, in the log's order. */
    List<String> keys(String peer) {
        return texts(peer)
                .filter(message -> message.getString("sender").equals(name))
                .map(message -> message.getString("key"))
                .toList();
    }

    private Stream<JsonObject> texts(String peer) {
        long room = direct(peer).id();
        return get("/rooms/" + room + "/messages?after=0&limit=500", JsonObject.class)
                .getJsonArray("messages")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(message -> message.getString("kind").equals("text"));
    }

    /** What somebody has acknowledged in the direct room with this person. */
    long cursorOf(String peer) {
        return get("/rooms/" + direct(peer).id(), Room.class).members().stream()
                .filter(member -> member.username().equals(peer))
                .mapToLong(MemberView::cursor)
                .findFirst()
                .orElseThrow();
    }

    /** The direct room with somebody, as the server has it. */
    Room direct(String peer) {
        return get("/rooms", RoomList.class).rooms().stream()
                .filter(room -> peer.equals(room.peer()))
                .findFirst()
                .orElseThrow();
    }

    private <T> T get(String path, Class<T> type) {
        HttpRequest request = HttpRequest.newBuilder(
                        ConsoleServer.server().url().resolve(Paths.BASE + path))
                .header("Authorization", "Bearer " + token())
                .build();
        try {
            HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return JSON.fromJson(answer.body(), type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The secret of a login. */
    public record Kept(String token) {}

    /** The secret of the session that this person's own console has. */
    String token() {
        try (Stream<Path> files = Files.walk(home)) {
            Path login = files.filter(file -> file.endsWith("login.json"))
                    .max((one, other) -> Long.compare(
                            one.toFile().lastModified(), other.toFile().lastModified()))
                    .orElseThrow();
            return JSON.fromJson(Files.readString(login), Kept.class).token();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
