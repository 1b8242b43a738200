package chat262.launcher.move;

import chat262.launcher.common.StartupException;
import chat262.launcher.database.NodeTable;
import chat262.launcher.database.PostgreSql;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Makes a PostgreSQL the target of a move: gives it the schema, refuses what is no place for the data, and marks it. All of that is one
 * transaction, so a database that is refused stays as it was.
 */
final class TargetPreparation {
    /** The table that the first start of a server fills. */
    private static final String FIRST_START = "server_state";

    private static final int MAX_SOURCE = 1_000;

    private final PostgreSql database;
    private final ClassLoader loader;
    private final Schema schema;
    private final Connection connection;

    /** How a move begins. */
    enum Beginning {
        FIRST,
        CONTINUED,
        ANEW
    }

    /**
     * What is moved.
     *
     * @param attempt the attempt that the source names
     * @param run this process
     * @param source the data folder
     */
    record Mark(String attempt, String run, String epoch, String source) {}

    /** The preparation of a database by a connection to it that does not commit by itself. */
    TargetPreparation(PostgreSql database, ClassLoader loader, Connection connection) {
        this.database = database;
        this.loader = loader;
        this.schema = new Schema(loader);
        this.connection = connection;
    }

    Beginning prepare(List<Table> tables, Mark mark) throws SQLException, StartupException {
        try {
            refuseUnsuitable();
            refuseOtherData();
            // What follows may take longer than a transaction may be idle.
            connection.rollback();
            refuseUnsafeOrNewer();
            Optional<String> script = updateScript();
            if (script.isPresent()) {
                execute(script.get());
            }
            refuseOtherTables(tables);
            if (NodeTable.countAlive(connection) > 0) {
                throw inUse(database.address());
            }
            Beginning beginning = mark(tables, mark);
            connection.commit();
            refuseServerThatHasJustStarted(beginning);
            return beginning;
        } finally {
            Target.rollBack(connection);
        }
    }

    /** A server looks for the mark once its row is there, so one of the two sees the other. */
    private void refuseServerThatHasJustStarted(Beginning beginning) throws SQLException, StartupException {
        if (NodeTable.countAlive(connection) == 0) {
            return;
        }
        if (beginning == Beginning.FIRST) {
            execute("DELETE FROM unfinished_move");
            connection.commit();
        }
        throw inUse(database.address());
    }

    static StartupException inUse(String address) {
        return StartupException.failed(
                ("a server uses %s; stop all its servers (\"nodes\" lists them; one that was killed counts for"
                                + " 10 s) and try again")
                        .formatted(address));
    }

    private void refuseUnsuitable() throws SQLException, StartupException {
        String encoding = text("SHOW server_encoding");
        if (!encoding.equals("UTF8")) {
            throw StartupException.failed(
                    ("the database %s has the encoding %s, which can't store every text; create it with ENCODING"
                                    + " 'UTF8'")
                            .formatted(database.address(), encoding));
        }
        if (exists("databasechangeloglock") && hasRows("databasechangeloglock WHERE locked")) {
            throw StartupException.failed(
                    ("the schema of %s is being changed, or a server was killed while it changed that; if no server"
                                    + " is starting on it, create the database anew")
                            .formatted(database.address()));
        }
    }

    /** Called before the schema is changed, which would keep the servers of these data waiting. */
    private void refuseOtherData() throws SQLException, StartupException {
        if (exists("account") && !isMarked() && hasRows("account")) {
            throw notEmpty();
        }
    }

    private void refuseUnsafeOrNewer() throws StartupException {
        schema.refuseUnsafe(this::connect);
        if (schema.isNewer(this::connect)) {
            throw StartupException.failed(
                    "a newer version has used %s; move the data with that version".formatted(database.address()));
        }
    }

    private Connection connect() throws StartupException {
        return database.connectToFill(loader);
    }

    private Optional<String> updateScript() throws StartupException {
        return schema.isCurrent(this::connect) ? Optional.empty() : Optional.of(schema.updateScript(this::connect));
    }

    private void refuseOtherTables(List<Table> tables) throws SQLException, StartupException {
        if (!Catalog.read(connection).equals(tables)) {
            throw StartupException.failed("the tables of %s are not those of the source; create the database anew"
                    .formatted(database.address()));
        }
    }

    private Beginning mark(List<Table> tables, Mark mark) throws SQLException, StartupException {
        if (!isMarked()) {
            for (Table table : tables) {
                if (!table.name().equals(FIRST_START) && hasRows(table.name())) {
                    throw notEmpty();
                }
            }
            execute("DELETE FROM " + FIRST_START);
            write("INSERT INTO unfinished_move (attempt, run, epoch, source, id) VALUES (?, ?, ?, ?, 1)", mark);
            return Beginning.FIRST;
        }
        boolean sameAttempt = text("SELECT attempt FROM unfinished_move").equals(mark.attempt);
        if (!sameAttempt && !text("SELECT epoch FROM unfinished_move").equals(mark.epoch)) {
            throw StartupException.failed(
                    ("%s has a part of the data of %s, whose move has not ended; run that again, or create the"
                                    + " database anew")
                            .formatted(database.address(), text("SELECT source FROM unfinished_move")));
        }
        // It waits for the last transaction of the process that has written before.
        write("UPDATE unfinished_move SET attempt = ?, run = ?, epoch = ?, source = ? WHERE id = 1", mark);
        if (!sameAttempt) {
            execute("TRUNCATE " + tables.stream().map(Table::name).collect(Collectors.joining(", ")));
        }
        return sameAttempt ? Beginning.CONTINUED : Beginning.ANEW;
    }

    private StartupException notEmpty() {
        return StartupException.failed(
                "%s has accounts already; move to an empty database".formatted(database.address()));
    }

    private boolean isMarked() throws SQLException {
        return exists("unfinished_move") && hasRows("unfinished_move");
    }

    private boolean exists(String table) throws SQLException {
        return text("SELECT to_regclass('" + table + "')") != null;
    }

    private boolean hasRows(String tableAndCondition) throws SQLException {
        return text("SELECT EXISTS (SELECT 1 FROM " + tableAndCondition + ")").equals("t");
    }

    private String text(String query) throws SQLException {
        try (Statement select = connection.createStatement();
                ResultSet row = select.executeQuery(query)) {
            return row.next() ? row.getString(1) : null;
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void write(String sql, Mark mark) throws SQLException {
        String source = mark.source.substring(0, Math.min(MAX_SOURCE, mark.source.length()));
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, mark.attempt);
            statement.setString(2, mark.run);
            statement.setString(3, mark.epoch);
            statement.setString(4, source);
            statement.executeUpdate();
        }
    }
}
