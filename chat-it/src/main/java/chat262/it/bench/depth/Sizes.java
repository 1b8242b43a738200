package chat262.it.bench.depth;

import chat262.it.bench.Options;

/**
 * How much there is.
 *
 * @param messages in one direct room
 * @param members of one group
 * @param rooms of one account, half of them groups
 * @param accounts on the server, and a tenth as many groups at least
 */
record Sizes(int messages, int members, int rooms, int accounts) {
    private static final int FRACTION = 100;
    private static final int LEAST = 10;

    static Sizes of(Options options) {
        int accounts = Math.max(LEAST, options.number("--accounts"));
        return new Sizes(
                options.has("messages") ? options.number("--messages") : LEAST,
                Math.min(accounts, options.number("--members")),
                Math.min(accounts, options.number("--rooms")),
                accounts);
    }

    Sizes hundredth() {
        return new Sizes(part(messages), part(members), part(rooms), part(accounts));
    }

    private static int part(int whole) {
        return Math.max(LEAST, whole / FRACTION);
    }

    int groups() {
        return Math.max(accounts / 10, rooms / 2);
    }
}
