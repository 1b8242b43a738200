package chat262.it.simulation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * The sockets of a node that died come back to those that are left, in turn as a proxy does it. A node takes handshakes on some of its
 * cores, and greets with as many threads as the server has for it, both in the order of arrival. A client that waits too long gives
 * up and comes again later; its old socket is passed over when its turn comes.
 */
final class Storm {
    private static final double END_MILLIS = 3_600_000;
    private static final double MILLIS_PER_SECOND = 1000;
    private static final int WINDOWS_PER_SECOND = 10;
    private static final int PERCENT = 100;

    private final StormSetting setting;
    private final Random random;
    private final Events events = new Events();
    private final List<Node> nodes = new ArrayList<>();
    private final Map<Long, Integer> arrivals = new HashMap<>();
    private final List<Double> greetedAfter = new ArrayList<>();
    private int attempts;

    private record Node(Station handshakes, Station hellos) {}

    private Storm(StormSetting setting, long seed) {
        this.setting = setting;
        this.random = new Random(seed);
        for (int i = 0; i < setting.nodes(); i++) {
            nodes.add(new Node(
                    new Station(events, setting.handshakeThreads(), setting.handshakeMillis()),
                    new Station(events, setting.helloThreads(), setting.helloMillis())));
        }
    }

    static StormResult run(StormSetting setting, long seed) {
        return new Storm(setting, seed).run();
    }

    private StormResult run() {
        for (int i = 0; i < setting.sockets(); i++) {
            boolean isPage = i % PERCENT < setting.pagesPercent();
            new Client(isPage ? ClientKind.PAGE : ClientKind.CONSOLE).comeLater();
        }
        events.runUntil(END_MILLIS);
        return result();
    }

    private StormResult result() {
        double[] seconds = greetedAfter.stream()
                .mapToDouble(millis -> millis / MILLIS_PER_SECOND)
                .sorted()
                .toArray();
        int most = arrivals.values().stream().max(Integer::compare).orElse(0);
        int queued = nodes.stream()
                .mapToInt(node -> node.hellos.longestQueue())
                .max()
                .orElse(0);
        boolean any = seconds.length > 0;
        return new StormResult(
                (double) most * WINDOWS_PER_SECOND,
                queued,
                attempts,
                seconds.length,
                any ? seconds[seconds.length / 2] : Double.NaN,
                any ? seconds[seconds.length - 1] : Double.NaN);
    }

    private final class Client {
        private final ClientKind kind;
        private int failures;
        private int attempt;
        private boolean waitsForHandshake;
        private boolean waitsForHello;

        Client(ClientKind kind) {
            this.kind = kind;
        }

        void comeLater() {
            boolean spreads = failures == 0 && setting.spreadSeconds() > 0;
            double delay = spreads
                    ? setting.spreadSeconds() * MILLIS_PER_SECOND * random.nextDouble()
                    : kind.delayMillis(failures, random);
            failures++;
            events.after(delay, this::connect);
        }

        private void connect() {
            int mine = ++attempt;
            waitsForHandshake = true;
            waitsForHello = true;
            arrivals.merge((long) (events.nowMillis() * WINDOWS_PER_SECOND / MILLIS_PER_SECOND), 1, Integer::sum);
            Node node = nodes.get(attempts++ % nodes.size());
            node.handshakes.add(new Step(this, mine, () -> shaken(node, mine)));
            events.after(kind.handshakeMillis(), () -> giveUp(mine, waitsForHandshake));
            events.after(ClientKind.SILENCE_MILLIS, () -> giveUp(mine, waitsForHello));
        }

        private void shaken(Node node, int mine) {
            waitsForHandshake = false;
            node.hellos.add(new Step(this, mine, this::greeted));
        }

        private void greeted() {
            waitsForHello = false;
            greetedAfter.add(events.nowMillis());
        }

        private void giveUp(int mine, boolean waits) {
            if (mine == attempt && waits) {
                attempt++; // nothing of it is wanted any more
                comeLater();
            }
        }
    }

    /** A step of one attempt, which counts for as long as the client waits for it. */
    private record Step(Client client, int attempt, Runnable then) implements Station.Job {
        @Override
        public boolean isWanted() {
            return client.attempt == attempt;
        }

        @Override
        public void done() {
            if (isWanted()) {
                then.run();
            }
        }
    }
}
