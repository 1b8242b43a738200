package chat262.it.bench;

import chat262.it.process.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** {@code ./chat bench boot}, {@code send}, {@code live}, {@code depth} or {@code start}, with options: measures what was built. */
public final class Bench {
    private static final Map<String, Integer> SEND =
            Map.of("--rounds", 5, "--seconds", 4, "--connections", 64, "--warm-up", 120);
    private static final Map<String, Integer> LIVE = Map.of(
            "--seconds", 10, "--members", 100, "--pairs", 64, "--idle", 1000, "--stalled", 1000, "--warm-up", 120);

    private static final Map<String, Integer> DEPTH = Map.of("--thousands", 100, "--rounds", 1000);

    private static final Map<String, Integer> START = Map.of("--rounds", 15);

    private static final Map<String, Integer> BOOT = Map.of("--rounds", 5, "--idle", 120);

    private Bench() {}

    /** Exits with 2 if it is called in a way that it doesn't know. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        String what = arguments.length == 0 ? "" : arguments[0];
        Map<String, Integer> options = null;
        try {
            options = switch (what) {
                case "send" -> options(arguments, SEND);
                case "live" -> options(arguments, LIVE);
                case "depth" -> options(arguments, DEPTH);
                case "start" -> options(arguments, START);
                case "boot" -> options(arguments, BOOT);
                default -> throw new IllegalArgumentException("say what to measure: boot, send, live, depth or start");
            };
        } catch (IllegalArgumentException e) {
            System.err.println("bench: " + e.getMessage());
            System.err.println("usage: chat bench send [--rounds N] [--seconds N] [--connections N] [--warm-up N]");
            System.err.println(
                    "       chat bench live [--seconds N] [--members N] [--pairs N] [--idle N] [--stalled N] [--warm-up N]");
            System.err.println("       chat bench depth [--thousands N] [--rounds N]");
            System.err.println("       chat bench start [--rounds N]");
            System.err.println("       chat bench boot [--rounds N] [--idle SECONDS]");
            System.exit(2);
        }
        Path folder = Files.createTempDirectory("chat-bench");
        try {
            measure(what, options, folder);
        } finally {
            Folders.delete(folder);
        }
    }

    private static void measure(String what, Map<String, Integer> options, Path folder)
            throws IOException, InterruptedException {
        Duration time = Duration.ofSeconds(options.getOrDefault("--seconds", 0));
        Duration warmUp = Duration.ofSeconds(options.getOrDefault("--warm-up", 0));
        switch (what) {
            case "send" -> {
                int connections = options.get("--connections");
                new SendBench(connections + connections % 2, options.get("--rounds"), time, warmUp)
                        .run(folder, System.out);
            }
            case "live" -> new LiveBench(options, time, warmUp).run(folder, System.out);
            case "boot" ->
                new BootBench(options.get("--rounds"), Duration.ofSeconds(options.get("--idle")))
                        .run(folder, System.out);
            case "start" -> new StartBench(options.get("--rounds")).run(folder, System.out);
            default ->
                new DepthBench(options.get("--thousands") * 1000L, options.get("--rounds")).run(folder, System.out);
        }
    }

    private static Map<String, Integer> options(String[] arguments, Map<String, Integer> defaults) {
        Map<String, Integer> options = new HashMap<>(defaults);
        for (int i = 1; i < arguments.length; i += 2) {
            if (!defaults.containsKey(arguments[i])) {
                throw new IllegalArgumentException("unknown option " + arguments[i]);
            }
            options.put(arguments[i], value(arguments, i));
        }
        return options;
    }

    private static int value(String[] arguments, int option) {
        String value = option + 1 < arguments.length ? arguments[option + 1] : "";
        if (!value.matches("[1-9][0-9]{0,3}")) {
            throw new IllegalArgumentException(arguments[option] + " needs a whole number from 1 to 9999");
        }
        return Integer.parseInt(value);
    }
}
