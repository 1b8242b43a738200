package chat262.cli.interactive;

import chat262.cli.server.RequestRejected;
import java.time.Duration;

/** Why messages still wait: what the link and the last attempt have told. */
final class KeptReason {
    private volatile boolean up;
    private volatile String whyDown = "";
    private volatile RuntimeException whyKept;

    void link(boolean isUp, String why) {
        up = isUp;
        whyDown = why;
    }

    void kept(RuntimeException why) {
        whyKept = why;
    }

    /** A message got through. */
    void stored() {
        whyKept = null;
    }

    /** Whether the server can be reached. */
    boolean isUp() {
        return up;
    }

    /** Whether the server is there, perhaps too busy just now. */
    boolean isServerThere() {
        return up || whyKept instanceof RequestRejected;
    }

    /** How long the server has asked to wait before it is called again. */
    Duration askedPause() {
        return whyKept instanceof RequestRejected busy ? busy.retryAfter().orElse(Duration.ZERO) : Duration.ZERO;
    }

    /** In words. */
    String sentence() {
        if (!up) {
            return "the server: " + whyDown;
        }
        return whyKept == null ? "the server has not taken them in time" : whyKept.getMessage();
    }
}
