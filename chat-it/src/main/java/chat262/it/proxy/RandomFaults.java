package chat262.it.proxy;

import java.util.List;
import java.util.Random;

/** What networks do to a share of the requests, which ones and what following from a seed. Thread-safe. */
public final class RandomFaults implements FaultRule {
    private static final List<Fault> OF_NETWORKS = List.of(
            Fault.REQUEST_CUT,
            Fault.ANSWER_LOST,
            Fault.ANSWER_CUT,
            Fault.REQUEST_HELD,
            Fault.ANSWER_HELD,
            Fault.HALF_CLOSED,
            Fault.HALF_OPEN,
            Fault.DUPLICATED);

    private final Random random;
    private final int writesPerMille;
    private final int readsPerMille;

    /**
     * Faults for so many requests in a thousand.
     *
     * @param writesPerMille of those that change something
     * @param readsPerMille of those that only fetch, which are many
     */
    public RandomFaults(long seed, int writesPerMille, int readsPerMille) {
        this.random = new Random(seed);
        this.writesPerMille = writesPerMille;
        this.readsPerMille = readsPerMille;
    }

    @Override
    public synchronized Fault of(String method, String path) {
        int perMille = method.equals("GET") ? readsPerMille : writesPerMille;
        Fault fault = OF_NETWORKS.get(random.nextInt(OF_NETWORKS.size()));
        return random.nextInt(1000) < perMille ? fault : Fault.NONE;
    }
}
