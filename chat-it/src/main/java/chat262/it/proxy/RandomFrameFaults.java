package chat262.it.proxy;

import java.util.List;
import java.util.Random;

/** What networks do to a share of the frames, which ones and what following from a seed. Thread-safe. */
public final class RandomFrameFaults implements FrameRule {
    private static final List<FrameFault> TO_CLIENTS_FRAMES = List.of(
            FrameFault.CLIENT_FRAME_CUT, FrameFault.ANSWER_LOST, FrameFault.CLIENT_FRAME_HELD, FrameFault.HALF_OPEN);
    private static final List<FrameFault> TO_SERVERS_FRAMES =
            List.of(FrameFault.SERVER_FRAME_CUT, FrameFault.SERVER_FRAME_HELD);

    private final Random random;
    private final int sendsPerMille;
    private final int othersPerMille;

    /**
     * Faults for so many frames in a thousand.
     *
     * @param sendsPerMille of those with which clients send
     * @param othersPerMille of all others, which are many
     */
    public RandomFrameFaults(long seed, int sendsPerMille, int othersPerMille) {
        this.random = new Random(seed);
        this.sendsPerMille = sendsPerMille;
        this.othersPerMille = othersPerMille;
    }

    @Override
    public synchronized FrameFault of(boolean fromClient, WebSocketFrame frame) {
        List<FrameFault> faults = fromClient ? TO_CLIENTS_FRAMES : TO_SERVERS_FRAMES;
        FrameFault fault = faults.get(random.nextInt(faults.size()));
        boolean isSend = fromClient && PendingSends.send(frame).isPresent();
        return random.nextInt(1000) < (isSend ? sendsPerMille : othersPerMille) ? fault : FrameFault.NONE;
    }
}
