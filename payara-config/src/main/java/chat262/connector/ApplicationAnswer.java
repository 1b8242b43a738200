package chat262.connector;

import chat262.api.Paths;
import chat262.api.server.RequestAttributes;
import java.net.URI;
import java.util.regex.Pattern;
import org.glassfish.grizzly.http.HttpContent;
import org.glassfish.grizzly.http.HttpPacket;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.HttpResponsePacket;

/**
 * Whether the application has decided the answer of one request. For a call that is any answer: the container answers 200
 * with an empty body whenever a call ends without anybody having answered it, because the application is being stopped, a
 * thread has died or an answer came too late, and a client would take that as the application's success. For other requests
 * it is an error page of the application's own, where the container would write another one.
 */
final class ApplicationAnswer implements Runnable {
    private static final String CALLS = Paths.BASE + "/";
    private static final Pattern ENCODED_DOT = Pattern.compile("%2e", Pattern.CASE_INSENSITIVE);

    /** Or what may be one; few paths have it, and only for those it is worth resolving. */
    private static final Pattern DOT_SEGMENT = Pattern.compile("/(?:\\.|%2e)", Pattern.CASE_INSENSITIVE);

    // Set by the thread that answers, which need not be the container's.
    private volatile boolean given;

    private final boolean ofCall;

    private ApplicationAnswer(boolean ofCall) {
        this.ofCall = ofCall;
    }

    /** Lets the application say, by a request attribute, that it answers this request. */
    static void expect(HttpRequestPacket request) {
        String path = RequestRules.text(request.getRequestURIRef().getRequestURIBC());
        request.setAttribute(RequestAttributes.ANSWERED, new ApplicationAnswer(isCall(path)));
    }

    /** As the container understands the path, which may have dot segments, also encoded ones. */
    static boolean isCall(String path) {
        try {
            return URI.create(path.replaceAll("(?i)%2e", "."))
                    .normalize()
                    .getPath()
                    .startsWith(Paths.BASE + "/");
        } catch (IllegalArgumentException e) {
            return path.startsWith(Paths.BASE + "/");
        }
    }

    @Override
    public void run() {
        given = true;
    }

    /** Whether an answer that is about to be sent is a success that the application has not given, or not in full. */
    static boolean isMissing(HttpRequestPacket request, HttpResponsePacket response, HttpPacket packet) {
        if (!(request.getAttribute(RequestAttributes.ANSWERED) instanceof ApplicationAnswer answer)
                || !answer.ofCall
                || response.getStatus() < 200
                || response.getStatus() >= 300) {
            return false;
        }
        boolean mayBeEmpty = response.getStatus() == 204 || request.isHeadRequest();
        return !answer.given || (!mayBeEmpty && isEmpty(response, packet));
    }

    /** Whether the answer to a request that is no call is a page of the application's own. */
    static boolean isPage(HttpRequestPacket request) {
        return request.getAttribute(RequestAttributes.ANSWERED) instanceof ApplicationAnswer answer
                && !answer.ofCall
                && answer.given;
    }

    private static boolean isEmpty(HttpResponsePacket response, HttpPacket packet) {
        return packet.isHeader()
                ? response.getContentLength() == 0
                : ((HttpContent) packet).isLast()
                        && !((HttpContent) packet).getContent().hasRemaining();
    }
}
