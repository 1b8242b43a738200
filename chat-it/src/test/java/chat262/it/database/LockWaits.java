package chat262.it.database;

import chat262.it.process.Await;
import chat262.it.process.PostgresProcess;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** The statements of servers that wait for a lock of a PostgreSQL. */
final class LockWaits {
    /** Each statement waits but a moment. */
    private static final Duration INTERVAL = Duration.ofMillis(20);

    private static final int QUIET_LOOKS = 50;

    private LockWaits() {}

    /** Waits until so many statements wait. */
    static void await(PostgresProcess database, int count) {
        Await.until(count + " statements wait for a lock", () -> now(database).size() >= count);
    }

    /** All statements that are seen to wait, until at {@link #QUIET_LOOKS} looks in a row none does. */
    static Set<String> untilNone(PostgresProcess database) {
        Set<String> seen = new HashSet<>();
        AtomicInteger quiet = new AtomicInteger();
        Await.closely("no statement waits", Await.TIMEOUT, INTERVAL, () -> {
            Set<String> now = now(database);
            seen.addAll(now);
            quiet.set(now.isEmpty() ? quiet.get() + 1 : 0);
            return quiet.get() == QUIET_LOOKS;
        });
        return seen;
    }

    private static Set<String> now(PostgresProcess database) {
        Set<String> statements = new HashSet<>();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT pid || ' ' || query_start FROM pg_stat_activity"
                        + " WHERE application_name = '262chat' AND wait_event_type = 'Lock'")) {
            while (rows.next()) {
                statements.add(rows.getString(1));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return statements;
    }
}
