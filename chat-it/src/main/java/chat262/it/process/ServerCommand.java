package chat262.it.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How a built server is started: as {@code ./chat server} does it, from unpacked libraries and an archive of classes. */
final class ServerCommand {
    /** For a server that soon ends again: it starts in less time where it doesn't share the machine with a compiler. */
    static final String SHORT_LIVED = "-XX:TieredStopAtLevel=1";

    private static List<String> built;

    private ServerCommand() {}

    /** The built server, for a short life. */
    static synchronized List<String> shortLived() {
        if (built == null) {
            Path runtime = Artefacts.serverJar().resolveSibling("runtime");
            built = prepared(Artefacts.serverJar(), runtime, List.of(SHORT_LIVED));
        }
        return built;
    }

    /**
     * A server's jar with options of the Java machine.
     *
     * @param runtime where to unpack it, unless it was before
     */
    static List<String> prepared(Path jar, Path runtime, List<String> javaOptions) {
        prepare(jar, runtime);
        List<String> command = new ArrayList<>(List.of(Artefacts.java().toString()));
        command.add("@" + runtime.resolve("start.options"));
        if (javaOptions.stream().noneMatch(option -> option.matches("-XX:\\+Use\\w+GC"))) {
            command.add("@" + runtime.resolve("collector.options"));
        }
        command.addAll(javaOptions);
        command.addAll(List.of("-jar", runtime.resolve("server.jar").toString()));
        return List.copyOf(command);
    }

    /** Takes a minute once for a jar, and nothing when it was done before. */
    private static void prepare(Path jar, Path runtime) {
        ProcessBuilder prepare = new ProcessBuilder(
                Artefacts.java().toString(), "-jar", jar.toString(), "prepare", "--runtime", runtime.toString());
        prepare.environment().keySet().removeIf(name -> name.startsWith("CHAT_"));
        ProcessResult.of(prepare).successful();
    }
}
