package chat262.it.faults;

import chat262.it.agent.CrashPoint;
import chat262.it.model.BrokenRule;
import chat262.it.process.Artefacts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;

/** The folder through which the agent of one process is controlled. */
final class AgentFolder {
    private final Path folder;

    private AgentFolder(Path folder) {
        this.folder = folder;
    }

    /** Makes a folder in which the agent is told to change nothing. */
    static AgentFolder make(Path folder) {
        try {
            return new AgentFolder(Files.createDirectories(folder));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The option that brings the agent into a process. */
    String javaOption() {
        return "-javaagent:" + Artefacts.agentJar() + "=" + folder.toAbsolutePath();
    }

    /** The same as an environment. */
    Map<String, String> environment() {
        return Map.of("JAVA_TOOL_OPTIONS", javaOption());
    }

    /** Lets the process die at each of these, one after the other. */
    AgentFolder crashAt(List<CrashPoint> points) {
        write("points", String.join("\n", points.stream().map(Enum::name).toList()));
        return this;
    }

    /** Breaks a rule from now on. */
    void breakRule(BrokenRule rule) {
        write("rule", rule.option());
    }

    /** Widens, from now on, the time window in which an answer's status can be lost. */
    void drawOutStatus() {
        write("rule", "status-in-two-steps");
    }

    /** Holds calls, from now on, that come before the server serves, until it does. */
    void holdEarlyCalls() {
        write("rule", "calls-held");
    }

    /** Ends, from now on, each call before the application has answered it, or even seen it. */
    void loseAnswers() {
        write("rule", "answers-lost");
    }

    /** Hashes no new password from now on, until something else is asked for. */
    void holdHashing() {
        write("rule", "hashing-held");
    }

    /** Delays, from now on, the views of rooms for the live stream. */
    void delayViews() {
        write("rule", "late-views");
    }

    /** Delays, from now on, each frame that clients send. */
    void delayFrames() {
        write("rule", "slow-frames");
    }

    /** Delays, from now on, the reading of a room after its access was checked. */
    void delayReads() {
        write("rule", "slow-reads");
    }

    /** Lets each of the server's own threads run out of memory once. */
    void useUpMemory() {
        write("rule", "out-of-memory");
    }

    /** Changes nothing any more. */
    void rest() {
        write("rule", "");
    }

    boolean wasAt(CrashPoint point) {
        return Files.exists(folder.resolve(point.name()));
    }

    private void write(String file, String text) {
        try {
            // In one piece, as the agent may be reading.
            Path whole = Files.writeString(folder.resolve(file + ".new"), text);
            Files.move(whole, folder.resolve(file), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
