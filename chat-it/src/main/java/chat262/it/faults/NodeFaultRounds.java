package chat262.it.faults;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * What a run on several nodes does, round by round, as it follows from the seed: each kill of a node together with two other
 * faults, then each fault alone, and so on until there were enough kills.
 */
final class NodeFaultRounds {
    private static final int MIN_MILLIS = 300;
    private static final int MAX_DELAY_MILLIS = 1_500;
    private static final int OTHERS_PER_KILL = 2;

    private final Random random;
    private final int nodes;

    /**
     * One fault.
     *
     * @param node which node, from 0
     * @param delayMillis how long after the begin of the round it comes
     * @param millis how long it lasts
     * @param arrives whether what was held for it arrives afterwards
     */
    record Planned(NodeFault fault, int node, int delayMillis, int millis, boolean arrives) {
        @Override
        public String toString() {
            return fault == NodeFault.DATABASE_KILLED
                    ? "%s for %d ms".formatted(fault, millis)
                    : "node %d %s for %d ms".formatted(node + 1, fault, millis);
        }
    }

    private NodeFaultRounds(Random random, int nodes) {
        this.random = random;
        this.nodes = nodes;
    }

    /** The rounds of a run with so many kills of nodes. */
    static List<List<Planned>> of(long seed, int kills, int nodes) {
        NodeFaultRounds rounds = new NodeFaultRounds(new Random(seed + 4), nodes);
        List<List<Planned>> all = new ArrayList<>();
        int done = 0;
        for (boolean alone = false; done < kills; alone = !alone) {
            List<NodeFault> killsOfNodes = rounds.shuffled(NodeFault.killsOfNodes());
            List<NodeFault> others = rounds.shuffled(NodeFault.others());
            for (int i = 0; i < killsOfNodes.size() && done < kills; i++, done++) {
                List<NodeFault> faults =
                        new ArrayList<>(others.subList(OTHERS_PER_KILL * i, OTHERS_PER_KILL * (i + 1)));
                faults.add(killsOfNodes.get(i));
                all.addAll(alone ? rounds.eachAlone(faults) : List.of(rounds.together(faults)));
            }
        }
        return all;
    }

    private List<List<Planned>> eachAlone(List<NodeFault> faults) {
        return faults.stream()
                .map(fault -> List.of(planned(fault, random.nextInt(nodes))))
                .toList();
    }

    /** On nodes of their own, as far as there are enough. */
    private List<Planned> together(List<NodeFault> faults) {
        List<Integer> order = shuffled(IntStream.range(0, nodes).boxed().toList());
        return IntStream.range(0, faults.size())
                .mapToObj(i -> planned(faults.get(i), order.get(i % nodes)))
                .toList();
    }

    private Planned planned(NodeFault fault, int node) {
        int delay = random.nextInt(MAX_DELAY_MILLIS);
        int millis = MIN_MILLIS + random.nextInt(fault.maxMillis());
        return new Planned(fault, node, delay, millis, random.nextBoolean());
    }

    private <T> List<T> shuffled(List<T> some) {
        List<T> all = new ArrayList<>(some);
        Collections.shuffle(all, random);
        return all;
    }
}
