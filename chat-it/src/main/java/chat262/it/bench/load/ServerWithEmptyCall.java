package chat262.it.bench.load;

import chat262.it.process.Artefacts;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The built server, with one more web application that does nothing. */
public final class ServerWithEmptyCall {
    /** Where the empty call is. */
    static final String EMPTY_CALL = "/empty/nothing";

    /** As files, since the classes themselves need JAX-RS, which only the server has. */
    private static final List<String> CLASSES =
            List.of("chat262/it/bench/empty/EmptyApplication.class", "chat262/it/bench/empty/Nothing.class");

    private ServerWithEmptyCall() {}

    /** Makes the jar in a folder: the built one, and the empty application beside the WAR in it. */
    public static Path jarIn(Path folder) throws IOException {
        Path jar = folder.resolve("chat-server-with-empty-call.jar");
        Files.copy(Artefacts.serverJar(), jar);
        // Payara unpacks what it deploys from here and gives it its file's name as context.
        try (FileSystem inside = FileSystems.newFileSystem(jar, Map.of("noCompression", true))) {
            try (var out = Files.newOutputStream(inside.getPath("MICRO-INF/deploy/empty.war"));
                    ZipOutputStream war = new ZipOutputStream(out)) {
                // What makes a web application of it in Payara's eyes.
                war.putNextEntry(new ZipEntry("WEB-INF/"));
                for (String name : CLASSES) {
                    addClass(war, name);
                }
            }
        }
        return jar;
    }

    private static void addClass(ZipOutputStream war, String name) throws IOException {
        war.putNextEntry(new ZipEntry("WEB-INF/classes/" + name));
        try (InputStream in = ServerWithEmptyCall.class.getResourceAsStream("/" + name)) {
            in.transferTo(war);
        }
        war.closeEntry();
    }
}
