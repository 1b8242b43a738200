package chat262.launcher.move;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Optional;

/** What a column contains. Values of a kind are the same objects from either database, so they can be compared. */
enum ColumnKind {
    NUMBER(Types.BIGINT) {
        @Override
        Object read(ResultSet row, int column) throws SQLException {
            return row.getLong(column);
        }
    },
    TEXT(Types.VARCHAR) {
        @Override
        Object read(ResultSet row, int column) throws SQLException {
            return row.getString(column);
        }
    },
    TRUTH(Types.BOOLEAN) {
        @Override
        Object read(ResultSet row, int column) throws SQLException {
            return row.getBoolean(column);
        }
    };

    private final int type;

    ColumnKind(int type) {
        this.type = type;
    }

    /** The kind of a column, by its type in {@link Types}; empty if that is none of those that the schema uses. */
    static Optional<ColumnKind> of(int type) {
        return switch (type) {
            case Types.SMALLINT, Types.INTEGER, Types.BIGINT -> Optional.of(NUMBER);
            case Types.VARCHAR -> Optional.of(TEXT);
            case Types.BOOLEAN, Types.BIT -> Optional.of(TRUTH);
            default -> Optional.empty();
        };
    }

    abstract Object read(ResultSet row, int column) throws SQLException;

    /** The value, null for NULL. */
    final Object value(ResultSet row, int column) throws SQLException {
        Object value = read(row, column);
        return row.wasNull() ? null : value;
    }

    final void bind(PreparedStatement statement, int parameter, Object value) throws SQLException {
        if (value == null) {
            statement.setNull(parameter, type);
        } else {
            statement.setObject(parameter, value, type);
        }
    }
}
