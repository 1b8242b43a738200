package chat262.schema;

import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashSet;
import java.util.Set;
import javax.sql.DataSource;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Whether the database has all changes of the changelog. One query answers that; Liquibase would take a second. */
final class SchemaVersion {
    private SchemaVersion() {}

    /** False also if that is unknown: a new database has no table of changes yet. */
    static boolean isNewest(DataSource database, String changelog) {
        try {
            return applied(database).containsAll(changes(changelog));
        } catch (SQLException e) {
            return false; // if the database is unavailable, Liquibase will say so
        }
    }

    /** The ids of all changes that the database has. */
    static Set<String> applied(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement select = connection.createStatement();
                ResultSet rows = select.executeQuery("SELECT id FROM databasechangelog")) {
            Set<String> ids = new HashSet<>();
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
            return ids;
        }
    }

    /** The ids of all change sets; no other elements have that name. */
    static Set<String> changes(String changelog) {
        Set<String> ids = new HashSet<>();
        try (InputStream in = SchemaVersion.class.getClassLoader().getResourceAsStream(changelog)) {
            XMLInputFactory xml = XMLInputFactory.newDefaultFactory();
            xml.setProperty(XMLInputFactory.SUPPORT_DTD, false);
            XMLStreamReader reader = xml.createXMLStreamReader(in);
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamReader.START_ELEMENT
                        && reader.getLocalName().equals("changeSet")) {
                    ids.add(reader.getAttributeValue(null, "id"));
                }
            }
            return ids;
        } catch (IOException | XMLStreamException e) {
            throw new IllegalStateException("The changelog can't be read: " + e.getMessage(), e);
        }
    }
}
