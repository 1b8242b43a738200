package chat262.cluster;

import java.util.concurrent.ThreadFactory;

/** Wakes nodes by {@code NOTIFY} and {@code LISTEN} of PostgreSQL. */
final class PostgresBus implements WakeUpBus {
    /** The channel on which all nodes tell and listen. */
    static final String CHANNEL = "chat262";

    private final OwnConnections connections;
    private final ThisNode node;
    private final ThreadFactory threads;
    private final HintBuffer buffer = new HintBuffer();
    private final HintSender sender;
    private HintReceiver receiver;

    PostgresBus(OwnConnections connections, ThisNode node, ThreadFactory threads) {
        this.connections = connections;
        this.node = node;
        this.threads = threads;
        this.sender = new HintSender(connections, node, buffer);
    }

    @Override
    public Hints hints() {
        return buffer;
    }

    @Override
    public void start(HintListener listener) {
        receiver = new HintReceiver(connections, node, listener);
        start("262chat hints out", sender);
        start("262chat hints in", receiver);
    }

    private void start(String name, Runnable task) {
        Thread thread = threads.newThread(task);
        thread.setName(name);
        thread.start();
    }

    @Override
    public void stop() {
        sender.stop();
        if (receiver != null) {
            receiver.stop();
        }
    }
}
