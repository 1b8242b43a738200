package chat262.it.database;

import chat262.it.client.Api;
import chat262.it.client.Person;
import chat262.it.process.Folders;
import chat262.it.process.JarRun;
import chat262.it.process.OncePerJvm;
import chat262.it.process.PostgresProcess;
import chat262.it.process.ServerProcess;
import jakarta.json.JsonObject;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A stopped server with data of every kind in its Derby, made over HTTP, and a PostgreSQL to move them to. One for all tests in a
 * JVM: each moves a copy of the data to a database of its own.
 */
final class Installation implements AutoCloseable {
    static final Map<String, String> SETTINGS = Map.of("CHAT_PASSWORD_ITERATIONS", "1024");

    static final List<String> TEXTS = List.of(
            "plain",
            "שלום עולם",
            "مرحبا \u202Ewith a direction\u202C",
            "👩‍👩‍👧‍👦 👋🏽 e\u0301 \uFFFD",
            "two\nlines\tand a tab",
            "  blanks around  ",
            "😀".repeat(4_000),
            "'; DROP TABLE message; -- \\ % _");

    private static final OncePerJvm<Installation> SHARED = new OncePerJvm<>(Installation::new);

    private final AtomicInteger names = new AtomicInteger();
    private final Path folder = Folders.temporary("chat-move");
    private final Path source = folder.resolve("source");
    final PostgresProcess postgres = PostgresProcess.start(folder.resolve("postgresql"));

    final String key = Person.newKey();
    final String keyOfDirectRoom = Person.newKey();
    Person anna;
    Person ben;
    long direct;
    long group;
    JsonObject keyed;
    List<JsonObject> directLog;
    List<JsonObject> groupLog;
    JsonObject roomsOfBen;

    /** What a move says while the server is running. */
    JarRun moveWhileRunning;

    private Installation() {
        try (ServerProcess server = ServerProcess.start(source, SETTINGS)) {
            fill(Api.of(server.url()));
            moveWhileRunning = move(source, postgres.url());
            moveWhileRunning.awaitExit();
        }
        postgres.execute("CREATE DATABASE prepared");
        move(copyOfSource(), postgres.url("prepared")).awaitExit();
        postgres.execute("prepared", "TRUNCATE account, session, room, membership, message, founder, server_state");
    }

    static Installation shared() {
        return SHARED.get();
    }

    private void fill(Api nobody) {
        anna = Person.join(nobody, "anna");
        ben = Person.join(nobody, "ben");
        Person carl = Person.join(nobody, "carl");
        direct = anna.api()
                .keyed(keyOfDirectRoom)
                .put("/rooms/direct/ben")
                .expect(201)
                .number("id");
        group = anna.group("Группа 🚀", ben, carl);
        TEXTS.forEach(text -> anna.say(direct, text));
        ben.say(group, "to all");
        carl.say(group, "from one who leaves");
        keyed = anna.send(group, "sent under a key", key).expect(201).json();
        ben.acknowledge(direct, 3).expect(200);
        carl.deleteAccount().expect(204);
        Person.join(nobody, "dora").api().delete("/sessions/current").expect(204);
        directLog = anna.log(direct);
        groupLog = anna.log(group);
        roomsOfBen = ben.api().get("/rooms").expect(200).json();
    }

    /** A folder that doesn't exist yet. */
    Path newFolder() {
        return folder.resolve("folder" + names.incrementAndGet());
    }

    Path copyOfSource() {
        Path copy = newFolder();
        Folders.copy(source, copy);
        return copy;
    }

    /** A name for a database that doesn't exist yet. */
    String newName() {
        return "db" + names.incrementAndGet();
    }

    /** The name of a new database without a table. */
    String emptyDatabase() {
        String name = newName();
        postgres.execute("CREATE DATABASE " + name);
        return name;
    }

    /** The name of a new database with the tables and no rows, in which a test can prepare something. */
    String databaseWithTables() {
        String name = newName();
        postgres.execute("CREATE DATABASE " + name + " TEMPLATE prepared");
        return name;
    }

    /** Starts a move. */
    JarRun move(Path from, String to) {
        return JarRun.start(newFolder(), Map.of(), "move", "--from", from.toString(), "--to", to);
    }

    /** Starts a server that is expected not to get ready. */
    JarRun server(Path data, String database) {
        return JarRun.start(
                newFolder(),
                Map.of("CHAT_DB", database, "CHAT_START_TIMEOUT", "300"),
                "--data=" + data,
                "--port=" + ServerProcess.freePort());
    }

    /** Starts a server on a database that it is named, with a data folder. */
    static ServerProcess start(Path data, String database) {
        Map<String, String> settings = new HashMap<>(SETTINGS);
        settings.put("CHAT_DB", database);
        return ServerProcess.start(data, settings);
    }

    /** The person of a session that was open before the move, at another server. */
    static Person at(ServerProcess server, Person person) {
        return Person.of(Api.of(server.url()), person.session());
    }

    @Override
    public void close() {
        postgres.close();
        Folders.delete(folder);
    }
}
