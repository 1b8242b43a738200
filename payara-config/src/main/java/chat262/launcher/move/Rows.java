package chat262.launcher.move;

import java.sql.SQLException;

/** The rows of a table, one after the other, in the order of their keys. */
interface Rows extends AutoCloseable {
    /** The next row; null if there is none. */
    Object[] next() throws SQLException;

    @Override
    void close() throws SQLException;
}
