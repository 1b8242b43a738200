package chat262.it.faults;

import chat262.it.faults.Wire.Answer;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/**
 * One device of an account: its folder, and its session, which outlives crashes of both sides. Thread-safe; each thread
 * brings its own {@link Wire}.
 */
final class Device {
    static final String PASSWORD = "correct horse";
    private static final int SHORTEST_PAUSE = 50;
    private static final int LONGEST_PAUSE = 1_000;
    private static final int UNAUTHORIZED = 401;
    private static final int CREATED = 201;

    /** Short, so that a request that is held back is repeated while the first is still on its way. */
    static final Duration IMPATIENT = Duration.ofSeconds(3);

    static final Duration PATIENT = Duration.ofSeconds(60);

    private final URI server;
    private final Duration patience;
    private final String name;
    private final Path folder;
    private final DurableLines tokens;
    private String token;

    Device(URI server, Duration patience, String name, Path folder) {
        this.server = server;
        this.patience = patience;
        this.name = name;
        this.folder = folder;
        this.tokens = DurableLines.open(folder.resolve("tokens"));
        List<String> found = tokens.found();
        this.token = found.isEmpty() ? "" : found.get(found.size() - 1);
    }

    /** One call, to be made as often as it takes. */
    interface Call {
        Answer on(Wire wire) throws IOException;
    }

    String name() {
        return name;
    }

    Path file(String fileName) {
        return folder.resolve(fileName);
    }

    /** Whether nothing new is to be begun. */
    boolean isToldToStop() {
        return Files.exists(folder.resolve("stop"));
    }

    Wire wire() {
        return new Wire(server, patience, name);
    }

    /** Makes a call until it gets an answer that is final. */
    Answer insist(Wire wire, Call call) {
        for (int pause = SHORTEST_PAUSE; ; pause = Math.min(LONGEST_PAUSE, 2 * pause)) {
            String used = currentToken();
            wire.use(used);
            try {
                Answer answer = call.on(wire);
                if (answer.status() == UNAUTHORIZED) {
                    logIn(used);
                } else if (!answer.isPassing()) {
                    return answer;
                }
            } catch (IOException e) {
                // Nobody knows what became of it: that is what keys and cursors are for.
                wire.close();
            }
            pause(pause / 2, pause);
        }
    }

    private synchronized String currentToken() {
        return token;
    }

    /** Logs in, unless another thread has since the token was used that did not work. */
    private synchronized void logIn(String used) throws IOException {
        if (!token.equals(used)) {
            return;
        }
        JsonObject login = Json.createObjectBuilder()
                .add("username", name)
                .add("password", PASSWORD)
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

    /** A client of which a part has died must not look as if it lived. */
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
            throw new IllegalStateException("nobody interrupts a client", e);
        }
    }
}
