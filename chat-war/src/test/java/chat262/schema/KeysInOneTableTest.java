package chat262.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import liquibase.Liquibase;
import liquibase.changelog.ChangeSet;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.resource.ClassLoaderResourceAccessor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The change of the schema that moves the keys of calls without an entry to those of messages, with keys that are there. */
class KeysInOneTableTest {
    private static final String CHANGELOG = "db/changelog.xml";
    private static final String MEMORY = "jdbc:derby:memory:keys-in-one-table;";

    private Connection connection;
    private Liquibase liquibase;

    @BeforeEach
    void makeASchemaFromBefore() throws SQLException, LiquibaseException {
        connection = DriverManager.getConnection(MEMORY + "create=true");
        liquibase = new Liquibase(
                CHANGELOG,
                new ClassLoaderResourceAccessor(),
                DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection)));
        List<String> changes = liquibase.getDatabaseChangeLog().getChangeSets().stream()
                .map(ChangeSet::getId)
                .toList();
        liquibase.update(changes.indexOf("keys-in-one-table"), "");
        execute("insert into silent_call (account_id, client_key, fingerprint, room_id) values"
                + " (7, 'key-1', 'print-1', 3), (7, 'key-2', 'print-2', 4), (8, 'key-1', 'print-3', 3)");
    }

    @AfterEach
    void drop() throws SQLException {
        connection.close();
        try {
            DriverManager.getConnection(MEMORY + "drop=true");
        } catch (SQLException e) {
            assertThat(e.getSQLState()).isEqualTo("08006"); // how Derby says that it is dropped
        }
    }

    @Test
    void keepsEachKeyWithItsAccountRoomAndFingerprint() throws SQLException, LiquibaseException {
        liquibase.update("");
        assertThat(rows("select room_id, kind, sender_id, subject_id, client_key, fingerprint from message"))
                .containsExactlyInAnyOrder(
                        "-7 call 7 3 key-1 print-1", "-7 call 7 4 key-2 print-2", "-8 call 8 3 key-1 print-3");
    }

    @Test
    void isTakenBackWithAllKeys() throws SQLException, LiquibaseException {
        List<String> before = rows("select account_id, client_key, fingerprint, room_id from silent_call");
        int done = liquibase.getDatabase().getRanChangeSetList().size();
        liquibase.update("");
        liquibase.rollback(liquibase.getDatabase().getRanChangeSetList().size() - done, "");
        assertThat(rows("select account_id, client_key, fingerprint, room_id from silent_call"))
                .hasSize(3)
                .containsExactlyInAnyOrderElementsOf(before);
        assertThat(rows("select room_id from message")).isEmpty();
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
        connection.commit();
    }

    private List<String> rows(String sql) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                List<String> row = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    row.add(result.getString(i));
                }
                rows.add(String.join(" ", row));
            }
        }
        connection.commit();
        return rows;
    }
}
