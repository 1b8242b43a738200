package chat262.text;

import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/**
 * Finds the first names of a sorted list that match a {@link NamePattern}, where the database only narrows and Java decides. The
 * rows are read one after the other until there are enough, in one query: none is read twice, however few of them match.
 */
public final class NameScan {
    /** How many rows PostgreSQL sends at a time; without it a query holds all of them in memory. */
    private static final int FETCH_SIZE = 500;

    private NameScan() {}

    /** Reads a row. */
    @FunctionalInterface
    public interface RowReader<T> {
        /** What the row holds; null if that does not match. */
        T read(ResultSet row) throws SQLException;
    }

    /**
     * The first rows that match, {@code wanted} of them at most. To be called in a transaction.
     *
     * @param values the parameters of the query
     */
    public static <T> List<T> first(
            int wanted, DataSource database, String query, List<?> values, RowReader<T> reader) {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(query)) {
            select.setFetchSize(FETCH_SIZE);
            for (int i = 0; i < values.size(); i++) {
                select.setObject(i + 1, values.get(i));
            }
            List<T> found = new ArrayList<>();
            try (ResultSet rows = select.executeQuery()) {
                while (found.size() < wanted && rows.next()) {
                    T row = reader.read(rows);
                    if (row != null) {
                        found.add(row);
                    }
                }
            }
            return found;
        } catch (SQLException e) {
            throw new PersistenceException(e);
        }
    }
}
