package chat262.cli.server;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.UnresolvedAddressException;

/** The server did not answer, or something else did: whether the call was carried out is unknown. */
public final class NoAnswer extends RuntimeException {
    private final boolean reached;

    private NoAnswer(String message, boolean reached, Throwable cause) {
        super(message, cause);
        this.reached = reached;
    }

    static NoAnswer because(Throwable cause) {
        for (Throwable each = cause; each != null; each = each.getCause()) {
            if (each instanceof ConnectException
                    || each instanceof HttpConnectTimeoutException
                    || each instanceof UnknownHostException
                    || each instanceof UnresolvedAddressException) {
                return new NoAnswer("it can't be reached", false, cause);
            }
        }
        return new NoAnswer("the connection broke", true, cause);
    }

    static NoAnswer because(String what) {
        return new NoAnswer(what, true, null);
    }

    /** Whether there was a connection; without one the call has certainly not been carried out. */
    public boolean reached() {
        return reached;
    }
}
