package chat262.launcher.move;

import chat262.launcher.common.StartupException;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads which tables a database has. */
final class Catalog {
    /** Liquibase's own, those of the running servers, and the mark of a move. */
    private static final Set<String> NOT_COPIED =
            Set.of("databasechangelog", "databasechangeloglock", "node", "unfinished_move");

    private final DatabaseMetaData database;
    private final String schema;

    private Catalog(Connection connection) throws SQLException {
        this.database = connection.getMetaData();
        this.schema = connection.getSchema();
    }

    /** The tables to copy, each behind those that it refers to. */
    static List<Table> read(Connection connection) throws SQLException, StartupException {
        Catalog catalog = new Catalog(connection);
        List<Table> tables = new ArrayList<>();
        for (String name :
                catalog.names(catalog.database.getTables(null, catalog.schema, "%", new String[] {"TABLE"}), 3)) {
            if (!NOT_COPIED.contains(lower(name))) {
                tables.add(catalog.table(name));
            }
        }
        return ordered(tables);
    }

    /** Orders tables so that each is behind those that it refers to; by name as far as that leaves a choice. */
    static List<Table> ordered(List<Table> tables) {
        Map<String, Table> waiting = new TreeMap<>();
        tables.forEach(table -> waiting.put(table.name(), table));
        Map<String, Table> ordered = new LinkedHashMap<>();
        while (!waiting.isEmpty()) {
            Table next = waiting.values().stream()
                    .filter(table -> ordered.keySet().containsAll(table.references()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("tables refer to each other: " + waiting.keySet()));
            ordered.put(next.name(), waiting.remove(next.name()));
        }
        return List.copyOf(ordered.values());
    }

    private Table table(String name) throws SQLException, StartupException {
        SortedMap<String, ColumnKind> columns = new TreeMap<>();
        Optional<String> identity = Optional.empty();
        try (ResultSet found = database.getColumns(null, schema, name, "%")) {
            while (found.next()) {
                String column = lower(found.getString("COLUMN_NAME"));
                int type = found.getInt("DATA_TYPE");
                columns.put(column, ColumnKind.of(type).orElseThrow(() -> unknown(name, column)));
                if (found.getString("IS_AUTOINCREMENT").equals("YES")) {
                    identity = Optional.of(column);
                }
            }
        }
        List<String> key = key(name);
        if (key.isEmpty() || !key.stream().allMatch(column -> columns.get(column) == ColumnKind.NUMBER)) {
            throw StartupException.failed(
                    "the table " + lower(name) + " has no primary key of whole numbers; it can't be moved");
        }
        Set<String> references = new TreeSet<>();
        names(database.getImportedKeys(null, schema, name), 3).forEach(other -> references.add(lower(other)));
        references.remove(lower(name));
        return new Table(lower(name), columns, key, identity, references);
    }

    private static StartupException unknown(String table, String column) {
        return StartupException.failed(
                "the table %s has a column %s that can't be moved".formatted(lower(table), column));
    }

    private List<String> key(String table) throws SQLException {
        Map<Integer, String> columns = new TreeMap<>();
        try (ResultSet found = database.getPrimaryKeys(null, schema, table)) {
            while (found.next()) {
                columns.put(found.getInt("KEY_SEQ"), lower(found.getString("COLUMN_NAME")));
            }
        }
        return List.copyOf(columns.values());
    }

    private List<String> names(ResultSet found, int column) throws SQLException {
        try (found) {
            List<String> names = new ArrayList<>();
            while (found.next()) {
                names.add(found.getString(column));
            }
            return names;
        }
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
