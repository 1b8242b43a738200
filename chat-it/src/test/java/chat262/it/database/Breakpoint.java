package chat262.it.database;

import chat262.it.process.PostgresProcess;
import java.sql.Connection;
import java.sql.SQLException;

/** A place in the work of a program where it waits, because a trigger of the database takes a lock that the test holds. */
final class Breakpoint {
    private static final String LOCK = "4711";

    private final PostgresProcess postgres;
    private final Connection holder;

    private Breakpoint(PostgresProcess postgres, String database) throws SQLException {
        this.postgres = postgres;
        this.holder = postgres.connect(database);
        OtherTransaction.execute(holder, "SELECT pg_advisory_lock(" + LOCK + ")");
    }

    /** Before a row for which a condition holds is inserted. */
    static Breakpoint atInsert(PostgresProcess postgres, String database, String table, String condition)
            throws SQLException {
        return at(postgres, database, "BEFORE INSERT ON " + table + " FOR EACH ROW WHEN (" + condition + ")", "NEW");
    }

    /** Before a row is deleted. */
    static Breakpoint atDelete(PostgresProcess postgres, String database, String table) throws SQLException {
        return at(postgres, database, "BEFORE DELETE ON " + table + " FOR EACH ROW", "OLD");
    }

    private static Breakpoint at(PostgresProcess postgres, String database, String event, String row)
            throws SQLException {
        postgres.execute(database, """
                CREATE FUNCTION wait_for_test() RETURNS trigger LANGUAGE plpgsql AS
                $$ BEGIN PERFORM pg_advisory_xact_lock(%s); RETURN %s; END $$;
                CREATE TRIGGER breakpoint %s EXECUTE FUNCTION wait_for_test()""".formatted(LOCK, row, event));
        return new Breakpoint(postgres, database);
    }

    /** When a table was made, and its transaction has not ended. */
    static Breakpoint atCreationOf(PostgresProcess postgres, String database, String table) throws SQLException {
        postgres.execute(database, """
                CREATE FUNCTION wait_for_test() RETURNS event_trigger LANGUAGE plpgsql AS
                $$ BEGIN IF to_regclass('%s') IS NOT NULL THEN PERFORM pg_advisory_xact_lock(%s); END IF; END $$;
                CREATE EVENT TRIGGER breakpoint ON ddl_command_end WHEN TAG IN ('CREATE TABLE')
                EXECUTE FUNCTION wait_for_test()""".formatted(table, LOCK));
        return new Breakpoint(postgres, database);
    }

    /** Waits until this many statements of programs wait, here or for one that does. */
    void awaitReached(int count) {
        LockWaits.await(postgres, count);
    }

    /** Lets the program go on, and all that come here later. */
    void release() throws SQLException {
        holder.close();
    }
}
