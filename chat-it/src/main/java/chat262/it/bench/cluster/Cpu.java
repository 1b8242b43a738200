package chat262.it.bench.cluster;

import java.time.Duration;

/** CPU time of all nodes together, and of PostgreSQL. */
record Cpu(Duration nodes, Duration postgres) {
    private static final double MILLIS_PER_NANO = 1e-6;

    Cpu minus(Cpu before) {
        return new Cpu(nodes.minus(before.nodes), postgres.minus(before.postgres));
    }

    double nodeMillis() {
        return nodes.toNanos() * MILLIS_PER_NANO;
    }

    double postgresMillis() {
        return postgres.toNanos() * MILLIS_PER_NANO;
    }
}
