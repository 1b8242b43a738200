package chat262.it.cluster;

import chat262.it.process.Artefacts;
import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;

/** The built server as its next version may be: with one more change of the schema, which this version does not know. */
final class NextServer {
    private static final String END = "</databaseChangeLog>";
    private static final String CHANGE = """
              <changeSet id="of-the-next-version" author="262chat">
                <addColumn tableName="message"><column name="next_thing" type="varchar(10)"/></addColumn>
                <createTable tableName="next_table"><column name="id" type="bigint"/></createTable>
              </changeSet>
            """;

    private NextServer() {}

    /** Makes its jar in a folder. */
    static Path jarIn(Path folder) throws IOException {
        Path jar = folder.resolve("chat-server-next.jar");
        Files.copy(Artefacts.serverJar(), jar);
        try (FileSystem inside = FileSystems.newFileSystem(jar, Map.of("noCompression", true))) {
            Path war = theWar(inside);
            Path next = folder.resolve("next.war");
            Files.copy(war, next);
            addChange(next);
            Files.delete(war);
            Files.copy(next, war);
        }
        return jar;
    }

    private static Path theWar(FileSystem jar) throws IOException {
        try (Stream<Path> deployed = Files.list(jar.getPath("MICRO-INF/deploy"))) {
            return deployed.filter(file -> file.toString().endsWith(".war"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static void addChange(Path war) throws IOException {
        try (FileSystem inside = FileSystems.newFileSystem(war)) {
            Path changelog = inside.getPath("WEB-INF/classes/db/changelog.xml");
            Files.writeString(changelog, Files.readString(changelog).replace(END, CHANGE + END));
        }
    }
}
