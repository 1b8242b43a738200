package chat262.it.simulation;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** The load of rooms by the slot that they are hashed to, and what becomes of it if slots are given to shards. */
final class Slots {
    /** As many as can be moved one by one, and more than there are shards. */
    static final int COUNT = 4096;

    private final double[] loads = new double[COUNT];

    /** Hashes all rooms; another seed is another hash. */
    static Slots of(Rooms rooms, int count, long seed) {
        Slots slots = new Slots();
        for (int rank = 1; rank <= count; rank++) {
            slots.loads[(int) Long.remainderUnsigned(mixed(seed + rank), COUNT)] += rooms.databaseCores(rank);
        }
        return slots;
    }

    /** The finalizer of SplitMix64. */
    private static long mixed(long value) {
        long once = (value ^ value >>> 30) * 0xBF58476D1CE4E5B9L;
        long twice = (once ^ once >>> 27) * 0x94D049BB133111EBL;
        return twice ^ twice >>> 31;
    }

    double sum() {
        return DoubleStream.of(loads).sum();
    }

    /** Cores by shard if slot after slot goes to the shards in turn: as if rooms were hashed to them. */
    double[] inTurn(int shards) {
        double[] found = new double[shards];
        for (int i = 0; i < COUNT; i++) {
            found[i % shards] += loads[i];
        }
        return found;
    }

    /** Cores by shard if slots were moved after their loads were seen: the heaviest first, each to the shard that has least. */
    double[] moved(int shards) {
        double[] found = new double[shards];
        IntStream.range(0, COUNT)
                .boxed()
                .sorted((one, other) -> Double.compare(loads[other], loads[one]))
                .forEach(slot -> found[least(found)] += loads[slot]);
        return found;
    }

    private static int least(double[] of) {
        return IntStream.range(0, of.length)
                .reduce((one, other) -> of[other] < of[one] ? other : one)
                .orElseThrow();
    }

    static double max(double[] of) {
        return Arrays.stream(of).max().orElseThrow();
    }
}
