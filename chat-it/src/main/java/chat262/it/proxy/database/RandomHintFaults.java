package chat262.it.proxy.database;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** Faults for a share of the notifications, which ones and what following from a seed. Thread-safe. */
public final class RandomHintFaults implements Supplier<HintFault> {
    private static final List<HintFault> FAULTS = List.of(HintFault.DROPPED, HintFault.DOUBLED, HintFault.HELD);

    private final Random random;
    private final int perMille;

    /** Faults for so many notifications in a thousand. */
    public RandomHintFaults(long seed, int perMille) {
        this.random = new Random(seed);
        this.perMille = perMille;
    }

    @Override
    public synchronized HintFault get() {
        HintFault fault = FAULTS.get(random.nextInt(FAULTS.size()));
        return random.nextInt(1000) < perMille ? fault : HintFault.NONE;
    }
}
