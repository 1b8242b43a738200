package chat262.it.simulation;

/**
 * What became of a storm.
 *
 * @param arrivalsPerSecond in the tenth of a second in which most came
 * @param hellosQueued at a node, at most
 * @param attempts of all clients together
 * @param greeted how many were greeted within an hour
 * @param medianSeconds until a client was greeted, of those that were
 * @param lastSeconds until the last one was
 */
record StormResult(
        double arrivalsPerSecond,
        int hellosQueued,
        int attempts,
        int greeted,
        double medianSeconds,
        double lastSeconds) {}
