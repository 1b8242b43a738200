package chat262.it.simulation;

import chat262.it.bench.Options;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** {@code ./chat simulate sharding} or {@code storm}, with options: prints what was found, and one line of JSON. */
public final class SimulationMain {
    private static final int MISUSED = 2;

    private static final String USAGE = """
            usage: chat simulate storm [--sockets N,N,…] [--spread N,N,…] [--nodes N] [--pages N] [--handshake-threads N]
                                       [--handshake-micros N] [--hello-threads N] [--hello-micros N] [--seed N]
                   chat simulate sharding [--shards N,N,…] [--rooms N] [--messages N] [--skew N] [--hottest N] [--largest N]
                                          [--online N] [--nodes N] [--write-micros N] [--read-micros N] [--delivery-micros N]
                                          [--seed N]

            storm: a node has died, and its sockets come back to those that are left
              --sockets N,N,…        that it had; each number is simulated
              --spread N,N,…         seconds over which clients spread their first attempts, beside what they do today
              --nodes N              that are left
              --pages N              % of the clients that are web pages; the others are consoles
              --handshake-threads N  cores of a node for handshakes; --handshake-micros N: CPU time of one
              --hello-threads N      threads of a node that greet; --hello-micros N: time of one greeting

            sharding: rooms are hashed to databases
              --shards N,N,…         databases; each number is simulated
              --rooms N              that something is written in
              --messages N           a second, in all of them
              --skew N               % of Zipf's exponent: 100 means that the second room has half of the first one's messages
              --hottest N            messages a second of the busiest room; --largest N: its members
              --online N             % of the members who are connected
              --nodes N              that members are connected to
              --write-micros N       CPU time of a database for a message; --read-micros N: for a node that reads it
              --delivery-micros N    CPU time of the nodes for a message to one member

            The same --seed gives the same result.
            """;

    private SimulationMain() {}

    /** Exits with 2 if it is called in a way that it doesn't know. */
    public static void main(String[] arguments) {
        if (Arrays.asList(arguments).contains("--help")) {
            System.out.print(USAGE);
            return;
        }
        try {
            simulate(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println("simulate: " + e.getMessage());
            System.err.print(USAGE);
            System.exit(MISUSED);
        }
    }

    private static void simulate(String[] arguments) {
        switch (arguments.length == 0 ? "" : arguments[0]) {
            case "storm" ->
                new StormCommand(options(arguments, StormCommand.NUMBERS, StormCommand.LISTS)).run(System.out);
            case "sharding" ->
                new ShardingCommand(options(arguments, ShardingCommand.NUMBERS, ShardingCommand.LISTS)).run(System.out);
            default -> throw new IllegalArgumentException("say what to simulate: storm or sharding");
        }
    }

    private static Options options(String[] arguments, Map<String, Integer> numbers, Map<String, List<Integer>> lists) {
        return Options.of(arguments, numbers, lists, Set.of());
    }
}
