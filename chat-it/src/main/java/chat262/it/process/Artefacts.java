package chat262.it.process;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the built files are. */
public final class Artefacts {
    private Artefacts() {}

    /**
     * The root of the project: the system property {@code chat.root}, else the nearest folder upwards from the working
     * directory that has the {@code chat} script.
     */
    public static Path root() {
        String property = System.getProperty("chat.root");
        if (property != null) {
            return Path.of(property).toAbsolutePath().normalize();
        }
        Path start = Path.of("").toAbsolutePath();
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve("chat")) && Files.isDirectory(folder.resolve("payara-config"))) {
                return folder;
            }
        }
        throw new IllegalStateException("neither " + start + " nor a folder above it is the project; set -Dchat.root");
    }

    /** The script that users start everything with. */
    public static Path script() {
        return built(root().resolve("chat"));
    }

    /** The server in one jar. */
    public static Path serverJar() {
        return built(root().resolve("payara-config/target/chat-server.jar"));
    }

    /** The server as a WAR. */
    public static Path war() {
        return built(root().resolve("chat-war/target/chat.war"));
    }

    /** The console. */
    public static Path consoleJar() {
        return built(root().resolve("chat-cli/target/chat-cli.jar"));
    }

    /** Payara Micro as it is published; the jars of Derby are beside it. */
    public static Path payaraMicro() {
        return built(root().resolve("chat-it/target/stock/payara-micro.jar"));
    }

    /** The agent that makes processes crash and break rules. */
    public static Path agentJar() {
        return built(root().resolve("chat-it/target/chat-it-agent.jar"));
    }

    /** The {@code java} that runs this, for the processes too. */
    public static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", "java");
    }

    private static Path built(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new IllegalStateException(file + " is missing; build it with: mvn package -DskipTests");
        }
        return file;
    }
}
