package chat262.it.faults.client;

import chat262.it.client.Person;
import chat262.it.faults.client.Wire.Answer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * One device of an account: its folder, and its session, which outlives crashes of both sides. Thread-safe; each thread
 * brings its own {@link Wire}.
 */
public final class Device {
    /** Before a call is made again for the first time, in milliseconds. */
    static final int MIN_PAUSE = 50;

    private static final int MAX_PAUSE = 1_000;
    private static final int UNAUTHORIZED = 401;
    private static final int CREATED = 201;

    /** A request that is held back is repeated while the first is still under way. */
    public static final Duration SHORT_TIMEOUT = Duration.ofSeconds(3);

    public static final Duration LONG_TIMEOUT = Duration.ofSeconds(60);

    private final URI server;
    private final Duration timeout;
    private final String name;
    private final Path folder;
    private final DurableLines tokens;
    private String token;

    public Device(URI server, Duration timeout, String name, Path folder) {
        this.server = server;
        this.timeout = timeout;
        this.name = name;
        this.folder = folder;
        this.tokens = DurableLines.open(folder.resolve("tokens"));
        List<String> found = tokens.found();
        this.token = found.isEmpty() ? "" : found.get(found.size() - 1);
    }

    /** One call, to be made as often as it takes. */
    public interface Call {
        Answer on(Wire wire) throws IOException;
    }

    String name() {
        return name;
    }

    Path file(String fileName) {
        return folder.resolve(fileName);
    }

    /** Whether the client is to finish and begin nothing new. */
    boolean isStopRequested() {
        return Files.exists(folder.resolve("stop"));
    }

    public Wire wire() {
        return new Wire(server, timeout, name);
    }

    /** Makes a call until it gets an answer that is final. */
    public Answer insist(Wire wire, Call call) {
        for (int pause = MIN_PAUSE; ; pause = longerThan(pause)) {
            Optional<Answer> answer = attempt(wire, call);
            if (answer.isPresent()) {
                return answer.get();
            }
            pause(pause / 2, pause);
        }
    }

    /** The pause before the next attempt. */
    static int longerThan(int pause) {
        return Math.min(MAX_PAUSE, 2 * pause);
    }

    /** Makes a call once; empty if it must be made again. */
    Optional<Answer> attempt(Wire wire, Call call) {
        String used = token();
        wire.use(used);
        try {
            Answer answer = call.on(wire);
            if (answer.status() == UNAUTHORIZED) {
                logIn(used);
            } else if (!answer.isPassing()) {
                return Optional.of(answer);
            }
        } catch (IOException e) {
            // Its outcome is unknown: that is what keys and cursors are for.
            wire.close();
        }
        return Optional.empty();
    }

    /** The token of the session; empty before the first login. */
    synchronized String token() {
        return token;
    }

    /** Logs in, unless another thread has done so since the refused token was read. */
    synchronized void logIn(String used) throws IOException {
        if (!token.equals(used)) {
            return;
        }
        JsonObject login = Json.createObjectBuilder()
                .add("username", name)
                .add("password", Person.PASSWORD)
                .add("takeOver", true)
                .build();
        try (Wire wire = wire()) {
            Answer answer = wire.post("/sessions", login);
            if (answer.status() == CREATED) {
                token = answer.json().getString("token");
                tokens.add(token);
            }
        }
    }

    /** A client with a dead thread must not look alive. */
    static void endAtOnceWithAnyThread() {
        Thread.setDefaultUncaughtExceptionHandler((thread, failure) -> {
            failure.printStackTrace();
            Runtime.getRuntime().halt(1);
        });
    }

    static void pause(int least, int most) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextInt(least, most));
        } catch (InterruptedException e) {
            throw new IllegalStateException("a client is never interrupted", e);
        }
    }
}
