package chat262.launcher.move;

import chat262.launcher.common.StartupException;
import chat262.launcher.database.NodeTable;
import chat262.launcher.database.PostgreSql;
import chat262.launcher.database.SqlFailure;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/** The PostgreSQL that the data are copied to. Each method is one transaction. */
final class Target {
    private static final int PAGE = 2_000;

    private final PostgreSql database;
    private final Connection connection;
    private final String run;

    /**
     * A target that is not prepared yet.
     *
     * @param run a name for this process, which no other one has
     */
    Target(PostgreSql database, Connection connection, String run) throws SQLException {
        this.database = database;
        this.connection = connection;
        this.run = run;
        connection.setAutoCommit(false);
    }

    /** For the user. */
    String address() {
        return database.address();
    }

    /** The key of the last row; empty if the table has none. */
    Optional<long[]> lastKey(Table table) throws SQLException {
        return transaction(() -> {
            try (Statement select = connection.createStatement();
                    ResultSet row = select.executeQuery(table.selectLastKey())) {
                if (!row.next()) {
                    return Optional.empty();
                }
                long[] key = new long[table.key().size()];
                for (int i = 0; i < key.length; i++) {
                    key[i] = row.getLong(i + 1);
                }
                return Optional.of(key);
            }
        });
    }

    long count(Table table) throws SQLException {
        return transaction(() -> number("SELECT COUNT(*) FROM " + table.name()));
    }

    /** Inserts rows, all or none. */
    void insert(Table table, List<Object[]> rows) throws SQLException {
        transaction(() -> {
            lockMark();
            try (PreparedStatement insert = connection.prepareStatement(table.insert())) {
                List<ColumnKind> kinds = List.copyOf(table.columns().values());
                for (Object[] row : rows) {
                    for (int i = 0; i < row.length; i++) {
                        kinds.get(i).bind(insert, i + 1, row[i]);
                    }
                    insert.addBatch();
                }
                return insert.executeBatch();
            }
        });
    }

    /** Makes a table's next id at least this one, and higher than that of all rows; and counts what the planner needs. */
    void complete(Table table, long nextId) throws SQLException {
        transaction(() -> {
            lockMark();
            if (table.identity().isPresent()) {
                String column = table.identity().get();
                number(
                        "SELECT setval(pg_get_serial_sequence('%s', '%s'), GREATEST(%d, (SELECT COALESCE(MAX(%s), 0) + 1 FROM %s)), false)"
                                .formatted(table.name(), column, nextId, column, table.name()));
            }
            return execute("ANALYZE " + table.name());
        });
    }

    /** All rows of a table, read by pages. */
    Rows all(Table table) {
        return new PagedRows(table);
    }

    /** Refuses a database that a server uses. */
    void refuseNodes() throws SQLException, StartupException {
        if (transaction(() -> NodeTable.countAlive(connection)) > 0) {
            throw TargetPreparation.inUse(address());
        }
    }

    /** Opens the database to servers: all that was to be copied is there. */
    void open() throws SQLException {
        transaction(() -> {
            lockMark();
            return execute("DELETE FROM unfinished_move");
        });
    }

    /**
     * Opens a database for which all but that was done by an earlier process.
     *
     * @return whether the database has this attempt, and now is open
     */
    static boolean open(Connection connection, String attempt) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM unfinished_move WHERE attempt = ?")) {
            delete.setString(1, attempt);
            return delete.executeUpdate() == 1;
        } catch (SQLException e) {
            if (SqlFailure.isMissingTable(e)) {
                return false;
            }
            throw e;
        }
    }

    /** Locks the mark of the move until the transaction ends. */
    private void lockMark() throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("SELECT id FROM unfinished_move WHERE run = ? FOR UPDATE")) {
            select.setString(1, run);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw new SQLException("another move to this database has begun meanwhile");
                }
            }
        }
    }

    private long number(String query) throws SQLException {
        try (Statement select = connection.createStatement();
                ResultSet row = select.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private boolean execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.execute(sql);
        }
    }

    /** What is done in one transaction. */
    private interface Work<T> {
        T run() throws SQLException;
    }

    private <T> T transaction(Work<T> work) throws SQLException {
        T result;
        try {
            result = work.run();
        } catch (SQLException e) {
            rollBack(connection);
            throw e;
        }
        connection.commit();
        return result;
    }

    static void rollBack(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            // The connection is gone, and the transaction with it.
            return;
        }
    }

    /** A cursor would need one long transaction; a page is a short one. */
    private final class PagedRows implements Rows {
        private final Table table;
        private final Queue<Object[]> page = new ArrayDeque<>();
        private long[] last = new long[0];
        private boolean isLastPage;

        PagedRows(Table table) {
            this.table = table;
        }

        @Override
        public Object[] next() throws SQLException {
            if (page.isEmpty() && !isLastPage) {
                transaction(this::fetch);
                isLastPage = page.size() < PAGE;
            }
            Object[] row = page.poll();
            if (row != null) {
                last = table.keyOf(row);
            }
            return row;
        }

        private boolean fetch() throws SQLException {
            String sql = (last.length == 0 ? table.select() : table.selectBehind()) + " LIMIT " + PAGE;
            try (PreparedStatement select = connection.prepareStatement(sql)) {
                for (int i = 0; i < last.length; i++) {
                    select.setLong(i + 1, last[i]);
                }
                try (ResultSet rows = select.executeQuery()) {
                    while (rows.next()) {
                        page.add(table.row(rows));
                    }
                }
            }
            return true;
        }

        @Override
        public void close() {
            page.clear();
        }
    }
}
