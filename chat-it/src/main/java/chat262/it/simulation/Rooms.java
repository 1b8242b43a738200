package chat262.it.simulation;

/**
 * Rooms by their rank, the busiest first, whose messages follow Zipf's and Mandelbrot's law: a few are busy, most are nearly silent.
 * Not stored, as there are millions.
 */
final class Rooms {
    private static final int HALVINGS = 200;

    private final ShardSetting setting;

    /** What keeps the first ranks from being busier than people can write or read. */
    private final double offset;

    private final double perWeight;

    Rooms(ShardSetting setting) {
        this.setting = setting;
        this.offset = offset(setting);
        this.perWeight = setting.messagesPerSecond() / sum(setting, offset);
    }

    /** The offset with which the busiest room has the messages that it should: more offset, less of them. */
    private static double offset(ShardSetting setting) {
        double low = 0;
        double high = setting.rooms();
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            double hottest = setting.messagesPerSecond() * weight(setting, middle, 1) / sum(setting, middle);
            if (hottest > setting.hottestPerSecond()) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    private static double weight(ShardSetting setting, double offset, double rank) {
        return Math.pow(rank + offset, -setting.skew());
    }

    /** The weights of all ranks together, as the integral over them. */
    private static double sum(ShardSetting setting, double offset) {
        double from = offset + 0.5;
        double to = offset + setting.rooms() + 0.5;
        double power = 1 - setting.skew();
        return Math.abs(power) < 1e-9 ? Math.log(to / from) : (Math.pow(to, power) - Math.pow(from, power)) / power;
    }

    /** Messages a second of the room at a rank, from 1. */
    double messagesPerSecond(int rank) {
        return perWeight * weight(setting, offset, rank);
    }

    /** Its members. */
    double members(int rank) {
        return Math.max(2, setting.largest() * messagesPerSecond(rank) / messagesPerSecond(1));
    }

    /** Messages a second that it takes to its members who are connected. */
    double deliveriesPerSecond(int rank) {
        return messagesPerSecond(rank) * members(rank) * setting.onlineShare();
    }

    /** CPU seconds a second that its messages take of a database. */
    double databaseCores(int rank) {
        double readers = Math.min(setting.nodes(), Math.max(1, members(rank) * setting.onlineShare()));
        return messagesPerSecond(rank) * (setting.writeMillis() + setting.readMillis() * readers) / 1000;
    }
}
