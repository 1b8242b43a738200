package chat262.it.process;

import java.nio.file.Path;
import java.util.List;

/** How the built console is started: as {@code ./chat} does it, with its archive of classes. */
public final class ConsoleCommand {
    private static List<String> command;

    private ConsoleCommand() {}

    /** The command without arguments. The first call lets {@code ./chat} make the archive, unless it has. */
    public static synchronized List<String> get() {
        if (command == null) {
            makeArchive();
            Path jar = Artefacts.consoleJar();
            command = List.of(
                    Artefacts.java().toString(),
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "-Xms24m",
                    "-Xmn8m",
                    "-XX:-UsePerfData",
                    "-XX:SharedArchiveFile=" + jar.resolveSibling("start.jsa"),
                    "-Xlog:disable",
                    "-jar",
                    jar.toString());
        }
        return command;
    }

    private static void makeArchive() {
        ProcessBuilder version = new ProcessBuilder("sh", Artefacts.script().toString(), "--version");
        version.environment()
                .put("JAVA_HOME", Artefacts.java().getParent().getParent().toString());
        version.environment().remove("JAVA_TOOL_OPTIONS");
        ProcessResult.of(version).successful();
    }
}
