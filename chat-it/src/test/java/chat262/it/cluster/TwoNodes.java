package chat262.it.cluster;

import chat262.it.client.Api;
import chat262.it.client.Person;
import chat262.it.process.PostgresProcess;
import chat262.it.process.ServerProcess;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Two servers on one PostgreSQL, and people who are logged in at one of them. */
final class TwoNodes implements AutoCloseable {
    private final PostgresProcess database;
    private final ServerProcess first;
    private final ServerProcess second;
    private int people;

    /**
     * Starts all of it.
     *
     * @param folder for their data
     * @param settings of both servers
     */
    TwoNodes(Path folder, Map<String, String> settings) {
        database = PostgresProcess.start(folder.resolve("postgresql"));
        Map<String, String> all = new HashMap<>(settings);
        all.put("CHAT_DB", database.url());
        all.put("CHAT_PASSWORD_ITERATIONS", "1024");
        all.put("CHAT_SESSIONS_PER_ACCOUNT", "3");
        first = ServerProcess.start(folder.resolve("first"), all);
        second = ServerProcess.start(folder.resolve("second"), all);
    }

    PostgresProcess database() {
        return database;
    }

    ServerProcess first() {
        return first;
    }

    ServerProcess second() {
        return second;
    }

    /** A new person at the first node. */
    Person atFirst() {
        return Person.join(Api.of(first.url()), name());
    }

    /** A new person at the second node. */
    Person atSecond() {
        return Person.join(Api.of(second.url()), name());
    }

    private String name() {
        return "person" + ++people;
    }

    /** Another device of a person, at the second node. */
    Person deviceAtSecond(Person person) {
        return Person.logIn(Api.of(second.url()), person.name());
    }

    /** The same device of a person, at the second node. */
    Person sameAtSecond(Person person) {
        return Person.of(Api.of(second.url()), person.session());
    }

    @Override
    public void close() {
        first.close();
        second.close();
        database.close();
    }
}
