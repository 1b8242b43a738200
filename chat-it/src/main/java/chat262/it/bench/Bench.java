package chat262.it.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.stream.Stream;

/** {@code ./chat bench send [--rounds N] [--seconds N] [--connections N]}: measures the built server. */
public final class Bench {
    private static final Duration WARM_UP = Duration.ofSeconds(15);

    private Bench() {}

    /** Exits with 2 if it is called in a way that it doesn't know. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        int rounds = 5;
        int seconds = 4;
        int connections = 64;
        try {
            if (arguments.length == 0 || !arguments[0].equals("send")) {
                throw new IllegalArgumentException("say what to measure: send");
            }
            for (int i = 1; i < arguments.length; i += 2) {
                int value = value(arguments, i);
                switch (arguments[i]) {
                    case "--rounds" -> rounds = value;
                    case "--seconds" -> seconds = value;
                    case "--connections" -> connections = value + value % 2;
                    default -> throw new IllegalArgumentException("unknown option " + arguments[i]);
                }
            }
        } catch (IllegalArgumentException e) {
            System.err.println("bench: " + e.getMessage());
            System.err.println("usage: chat bench send [--rounds N] [--seconds N] [--connections N]");
            System.exit(2);
        }
        Path folder = Files.createTempDirectory("chat-bench");
        try {
            new SendBench(connections, rounds, Duration.ofSeconds(seconds), WARM_UP).run(folder, System.out);
        } finally {
            delete(folder);
        }
    }

    private static int value(String[] arguments, int option) {
        String value = option + 1 < arguments.length ? arguments[option + 1] : "";
        if (!value.matches("[1-9][0-9]{0,3}")) {
            throw new IllegalArgumentException(arguments[option] + " needs a whole number from 1 to 9999");
        }
        return Integer.parseInt(value);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }
}
