package chat262.it.console;

import chat262.it.client.Api;
import chat262.it.client.Person;
import chat262.it.process.ConsoleProcess;
import chat262.it.proxy.Proxy;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/**
 * A {@link Person} with consoles: a home folder that has the login, and processes that use it. What only prepares a test goes
 * through the API, as a process for each step would be most of the time of these tests.
 */
final class ConsoleUser {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private final String name;
    private final Path home;

    private ConsoleUser(String name, Path home) {
        this.name = name;
        this.home = home;
    }

    /** Registers an account and keeps a session of it in the file in which a console would. */
    static ConsoleUser create(String kind, Path folder) {
        String name = kind + COUNT.incrementAndGet();
        ConsoleUser user = new ConsoleUser(name, folder.resolve(name));
        user.keepLogin(ConsoleServer.url(), Person.join(Api.of(ConsoleServer.url()), name));
        return user;
    }

    private void keepLogin(URI url, Person person) {
        String place = URLEncoder.encode(url.getAuthority() + url.getPath(), StandardCharsets.UTF_8);
        Path state = home.resolve("chat").resolve(url.getScheme() + "_" + place.replace("%3A", "_"));
        try {
            Files.createDirectories(state);
            Files.writeString(state.resolve("login.json"), person.session().toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String name() {
        return name;
    }

    Path home() {
        return home;
    }

    /** The account with the session that its consoles used last. */
    Person person() {
        try (Stream<Path> files = Files.walk(home)) {
            Path login = files.filter(file -> file.endsWith("login.json"))
                    .max(Comparator.comparingLong(file -> file.toFile().lastModified()))
                    .orElseThrow();
            try (JsonReader reader = Json.createReader(Files.newBufferedReader(login))) {
                return Person.of(Api.of(ConsoleServer.url()), reader.readObject());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs a command; without arguments, the prompt with this input. */
    ConsoleProcess.Result run(String input, String... arguments) {
        return ConsoleProcess.run(home, ConsoleServer.url(), input, arguments);
    }

    /** Runs a command through a proxy, after {@link #connectBy}. */
    ConsoleProcess.Result runBy(Proxy proxy, String input, String... arguments) {
        return ConsoleProcess.run(home, proxy.url(), input, arguments);
    }

    /** Sends messages to another user, one after the other, without a console. */
    void send(String to, List<String> texts) {
        Person sender = person();
        long room = sender.direct(to);
        texts.forEach(text -> sender.say(room, text));
    }

    /** Opens a console that is connected. */
    ConsoleProcess console() {
        return console(ConsoleServer.url());
    }

    /** Opens a console that is connected to a URL for which it has a login. */
    ConsoleProcess console(URI url) {
        ConsoleProcess console = ConsoleProcess.start(home, url);
        console.awaitNotice("-- connected");
        return console;
    }

    /** Keeps the session also for the URL of a proxy. */
    void connectBy(Proxy proxy) {
        keepLogin(proxy.url(), person());
    }

    /** Opens a console that is connected through a proxy. */
    ConsoleProcess consoleBy(Proxy proxy) {
        connectBy(proxy);
        return console(proxy.url());
    }

    /** Opens a console in the direct room with another user. */
    ConsoleProcess chatting(String with) {
        ConsoleProcess console = console();
        chat(console, with);
        return console;
    }

    static void chat(ConsoleProcess console, String with) {
        console.type("chat " + with);
        console.awaitLine("-- .*unread --");
    }

    /** The texts in the log of the direct room with another user, as the server has them. */
    List<String> log(String peer) {
        return texts(peer).map(entry -> entry.getString("body")).toList();
    }

    /** The keys of what this user has sent there, in the log's order. */
    List<String> keys(String peer) {
        return texts(peer)
                .filter(entry -> entry.getString("sender").equals(name))
                .map(entry -> entry.getString("key"))
                .toList();
    }

    private Stream<JsonObject> texts(String peer) {
        return person().log(direct(peer)).stream()
                .filter(entry -> entry.getString("kind").equals("text"));
    }

    /** What another user has acknowledged in the direct room with this one. */
    long cursorOf(String peer) {
        return person().room(direct(peer)).expect(200).objects("members").stream()
                .filter(member -> member.getString("username").equals(peer))
                .mapToLong(member -> member.getJsonNumber("cursor").longValueExact())
                .findFirst()
                .orElseThrow();
    }

    /** The direct room with another user, which must exist. */
    long direct(String peer) {
        return person().api().get("/rooms").expect(200).objects("rooms").stream()
                .filter(room -> peer.equals(room.getString("peer", "")))
                .mapToLong(room -> room.getJsonNumber("id").longValueExact())
                .findFirst()
                .orElseThrow();
    }
}
