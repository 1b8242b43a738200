package chat262.it.bench.depth;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** The database of a stopped server, an embedded Derby, opened to write many rows into its tables. */
public final class Tables implements AutoCloseable {
    /** So many rows are handed over together. */
    private static final int BATCH = 1_000;

    /** So many rows are committed together, since each commit waits for the disk. */
    private static final int TRANSACTION = 20_000;

    private final String url;
    private final Connection connection;

    /** Computes the values of a row, by its number from 0 on. */
    public interface Rows {
        Object[] row(int number);
    }

    /** Opens the database in a server's data folder. Derby's own log goes there, too. */
    public Tables(Path data) throws SQLException {
        System.setProperty(
                "derby.stream.error.file",
                data.resolve("log").resolve("filling.log").toString());
        url = "jdbc:derby:" + data.resolve("db");
        connection = DriverManager.getConnection(url);
        connection.setAutoCommit(false);
    }

    /** Inserts rows into some columns of a table. */
    public void insert(String tableAndColumns, int count, Rows rows) throws SQLException {
        int columns = tableAndColumns.split(",").length;
        String sql = "INSERT INTO " + tableAndColumns + " VALUES (?" + ", ?".repeat(columns - 1) + ")";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            for (int i = 0; i < count; i++) {
                Object[] row = rows.row(i);
                for (int column = 0; column < row.length; column++) {
                    insert.setObject(column + 1, row[column]);
                }
                insert.addBatch();
                if ((i + 1) % BATCH == 0) {
                    insert.executeBatch();
                }
                if ((i + 1) % TRANSACTION == 0) {
                    connection.commit();
                }
            }
            insert.executeBatch();
        }
        connection.commit();
    }

    /** Inserts rows, and returns the ids that the database has given them. */
    List<Long> insertNew(String tableAndColumns, int count, Rows rows) throws SQLException {
        String table = tableAndColumns.substring(0, tableAndColumns.indexOf(' '));
        long before = numbers("SELECT COALESCE(MAX(id), 0) FROM " + table).get(0);
        insert(tableAndColumns, count, rows);
        return numbers("SELECT id FROM " + table + " WHERE id > " + before + " ORDER BY id");
    }

    /** Changes rows. */
    public void update(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
        connection.commit();
    }

    private List<Long> numbers(String query) throws SQLException {
        List<Long> numbers = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                numbers.add(rows.getLong(1));
            }
        }
        connection.commit();
        return numbers;
    }

    /** The rows of a query, each as one text. */
    public List<String> rows(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            return lines(rows);
        } finally {
            connection.rollback();
        }
    }

    /** The rows of a result, each as one text. */
    public static List<String> lines(ResultSet rows) throws SQLException {
        List<String> lines = new ArrayList<>();
        while (rows.next()) {
            List<String> values = new ArrayList<>();
            for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
                values.add(rows.getString(column));
            }
            lines.add(values.toString());
        }
        return lines;
    }

    /** Closes it so that the server's next start needs no recovery. */
    @Override
    public void close() throws SQLException {
        connection.close();
        try {
            DriverManager.getConnection(url + ";shutdown=true").close();
        } catch (SQLException e) {
            if (!"08006".equals(e.getSQLState())) { // by this Derby reports that it is shut down
                throw e;
            }
        }
    }
}
