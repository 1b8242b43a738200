package chat262.launcher.move;

import chat262.launcher.common.DataFolder;
import chat262.launcher.common.MoveMark;
import chat262.launcher.common.StartupException;
import chat262.launcher.database.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;

/** The embedded Derby in the data folder of a stopped server. Nothing in it is changed. */
final class Source implements AutoCloseable {
    private final DataFolder data;
    private final Database derby;
    private final ClassLoader loader;
    private final Connection connection;

    private Source(DataFolder data, Database derby, ClassLoader loader, Connection connection) {
        this.data = data;
        this.derby = derby;
        this.loader = loader;
        this.connection = connection;
    }

    /** Locks the folder as a server does, for the rest of the process. It must exist and contain a Derby database. */
    static DataFolder lock(Path folder) throws StartupException {
        if (!Files.isDirectory(folder)) {
            throw StartupException.failed("there is no folder " + folder);
        }
        if (!Files.isRegularFile(folder.resolve("db").resolve("service.properties"))) {
            throw StartupException.failed(
                    "the folder %s has no Derby database (%s) and so is not the data folder of a server"
                            .formatted(folder, folder.resolve("db")));
        }
        return DataFolder.open(folder);
    }

    static Source open(DataFolder data, ClassLoader loader) throws StartupException, IOException, SQLException {
        Database derby = Database.of(Database.EMBEDDED, "");
        derby.configure(data);
        Connection connection = derby.connect(loader);
        connection.setAutoCommit(false);
        return new Source(data, derby, loader, connection);
    }

    Path folder() {
        return data.path();
    }

    /** The file that names the attempt of a move. */
    Path attemptFile() {
        return MoveMark.of(data).attemptFile();
    }

    List<Table> tables() throws SQLException, StartupException {
        return Catalog.read(connection);
    }

    /** Refuses a database whose schema is another one than that of this program. */
    void refuseOtherSchema(Schema schema) throws StartupException {
        if (schema.isNewer(this::connect)) {
            throw StartupException.failed(
                    "a newer version has used the data in %s; move them with that version".formatted(folder()));
        }
        if (!schema.isCurrent(this::connect)) {
            throw StartupException.failed(
                    ("the data in %s have an older schema; start this version on them once, and stop it:"
                                    + " java -jar chat-server.jar --data %s")
                            .formatted(folder(), folder()));
        }
    }

    private Connection connect() throws StartupException {
        return derby.connect(loader);
    }

    /** The epoch of the history. */
    String epoch() throws SQLException, StartupException {
        try (Statement select = connection.createStatement();
                ResultSet row = select.executeQuery("SELECT epoch FROM server_state WHERE id = 1")) {
            if (!row.next()) {
                throw StartupException.failed(
                        "no server was ever ready on the data in %s; there is nothing to move".formatted(folder()));
            }
            return row.getString(1);
        }
    }

    long count(Table table) throws SQLException {
        return number("SELECT COUNT(*) FROM " + table.name());
    }

    /** The next id that the database would give, which is above those of deleted rows too. */
    long nextId(Table table) throws SQLException {
        return number("VALUES SYSCS_UTIL.SYSCS_PEEK_AT_IDENTITY('%s', '%s')"
                .formatted(connection.getSchema(), table.name().toUpperCase(Locale.ROOT)));
    }

    private long number(String query) throws SQLException {
        try (Statement select = connection.createStatement();
                ResultSet row = select.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** All rows of a table. */
    Rows all(Table table) {
        return new QueryRows(table, List.of(table.select()), new long[0]);
    }

    /** The rows of a table behind a key. */
    Rows behind(Table table, long[] key) {
        return new QueryRows(table, table.selectsBehind(), key);
    }

    @Override
    public void close() {
        try {
            connection.rollback();
            connection.close();
        } catch (SQLException e) {
            // Nothing was changed, so the shutdown below leaves nothing to be done.
        }
        derby.close(loader);
    }

    /** The results of queries, one after the other. Derby reads rows as they are asked for, and so does this. */
    private final class QueryRows implements Rows {
        private final Table table;
        private final List<String> queries;
        private final long[] key;
        private int begun;
        private PreparedStatement statement;
        private ResultSet result;

        QueryRows(Table table, List<String> queries, long[] key) {
            this.table = table;
            this.queries = queries;
            this.key = key;
        }

        @Override
        public Object[] next() throws SQLException {
            while (result == null || !result.next()) {
                close();
                if (begun == queries.size()) {
                    return null;
                }
                statement = connection.prepareStatement(queries.get(begun));
                for (int i = 0; i < key.length - begun; i++) {
                    statement.setLong(i + 1, key[i]);
                }
                begun++;
                result = statement.executeQuery();
            }
            return table.row(result);
        }

        @Override
        public void close() throws SQLException {
            if (statement != null) {
                statement.close();
                statement = null;
                result = null;
            }
        }
    }
}
