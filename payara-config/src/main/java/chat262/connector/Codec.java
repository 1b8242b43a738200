package chat262.connector;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.http.ContentEncoding;
import org.glassfish.grizzly.http.HttpContent;
import org.glassfish.grizzly.http.HttpHeader;
import org.glassfish.grizzly.http.HttpPacket;
import org.glassfish.grizzly.http.HttpPacketParsing;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.HttpResponsePacket;
import org.glassfish.grizzly.http.HttpServerFilter;
import org.glassfish.grizzly.http.KeepAlive;
import org.glassfish.grizzly.http.Method;
import org.glassfish.grizzly.http.Protocol;
import org.glassfish.grizzly.http.util.Header;
import org.glassfish.grizzly.http.util.HttpStatus;
import org.glassfish.grizzly.http.util.MimeHeaders;
import org.glassfish.grizzly.memory.Buffers;

/** Grizzly's HTTP codec, stricter about what comes in, and with a problem in each answer of 400 and above. */
final class Codec extends HttpServerFilter {
    private static final int MOST_HEADER_BYTES = 8 * 1024;
    private static final int MOST_HEADERS = 100;
    private static final String PROBLEM_JSON = "application/problem+json";

    /** Marks a request whose answer was put in place of another; what comes of that other is dropped. */
    private static final String REPLACED = Codec.class.getName() + ".replaced";

    /**
     * The system property that the launcher sets while the application is there. Without it, Payara's own pages answer
     * in its place: a PUT is forbidden (403) and a POST not allowed (405), and clients would take that as final.
     */
    private static final String SERVING = "chat.serving";

    private final Lingering lingering = new Lingering();

    /** A codec in place of another, with the settings that Payara gave to that. */
    @SuppressWarnings("deprecation") // a builder was announced there and never came
    Codec(HttpServerFilter payaras) {
        // Idle connections are closed by a filter of their own, so the codec needs no clock.
        super(true, MOST_HEADER_BYTES, null, keepAlive(), null, MOST_HEADERS, MOST_HEADERS);
        setMaxPayloadRemainderToSkip(payaras.getMaxPayloadRemainderToSkip());
        setAllowPayloadForUndefinedHttpMethods(payaras.isAllowPayloadForUndefinedHttpMethods());
        setRemoveHandledContentEncodingHeaders(payaras.isRemoveHandledContentEncodingHeaders());
        for (ContentEncoding encoding : payaras.getContentEncodings()) {
            addContentEncoding(encoding);
        }
    }

    private static KeepAlive keepAlive() {
        KeepAlive keepAlive = new KeepAlive();
        keepAlive.setMaxRequestsCount(-1);
        return keepAlive;
    }

    @Override
    public NextAction handleRead(FilterChainContext context) throws IOException {
        if (lingering.isLingering(context.getConnection())) {
            Buffer rest = context.getMessage();
            rest.tryDispose();
            return context.getStopAction();
        }
        return super.handleRead(context);
    }

    @Override
    protected boolean decodeHttpPacket(FilterChainContext context, HttpPacketParsing packet, Buffer input) {
        RequestRules.checkRequestLine(input);
        return super.decodeHttpPacket(context, packet, input);
    }

    @Override
    protected boolean onHttpHeaderParsed(HttpHeader header, Buffer buffer, FilterChainContext context) {
        setStatus(((HttpRequestPacket) header).getResponse());
        boolean refused = super.onHttpHeaderParsed(header, buffer, context);
        if (!refused) {
            RequestRules.checkHead((HttpRequestPacket) header);
        }
        return refused;
    }

    /**
     * An answer has a status from the beginning. Asked for it where there is none, Grizzly puts 200 there: the container's
     * thread, which asks once it has handed a request over, would overwrite what the thread that answers has just set.
     */
    private static void setStatus(HttpResponsePacket response) {
        response.setStatus(HttpStatus.OK_200);
    }

    /**
     * A client may offer another protocol, as Java's own does with each first request (h2c), and gets HTTP/1.1. Left in, the
     * offer would make Grizzly take a GET for one with a body, and wait for that.
     */
    @Override
    protected void onIncomingUpgrade(FilterChainContext context, HttpHeader header) {
        if ("websocket".equalsIgnoreCase(header.getUpgrade())) {
            Upgrades.prepare((HttpRequestPacket) header, context.getConnection());
            super.onIncomingUpgrade(context, header);
        } else {
            header.getUpgradeDC().recycle();
            header.getHeaders().removeHeader(Header.Upgrade);
        }
    }

    @Override
    protected void onHttpHeaderError(HttpHeader header, FilterChainContext context, Throwable why) {
        refuse((HttpRequestPacket) header, context, asRefused(why));
    }

    @Override
    protected void onHttpContentError(HttpHeader header, FilterChainContext context, Throwable why) {
        HttpRequestPacket request = (HttpRequestPacket) header;
        if (!request.getResponse().isCommitted()) {
            refuse(request, context, Refused.invalid("the body is not what Content-Length or Transfer-Encoding says"));
        }
        header.setContentBroken(true);
    }

    @Override
    protected Buffer encodeHttpPacket(FilterChainContext context, HttpPacket packet) {
        HttpResponsePacket response =
                (HttpResponsePacket) (packet.isHeader() ? packet : ((HttpContent) packet).getHttpHeader());
        HttpRequestPacket request = response.getRequest();
        if (request == null) {
            return super.encodeHttpPacket(context, packet);
        }
        if (request.getAttribute(REPLACED) != null) {
            return Buffers.EMPTY_BUFFER;
        }
        if (response.isAcknowledgement()) { // "100 Continue", after which Grizzly forgets the status
            Buffer goOn = super.encodeHttpPacket(context, packet);
            setStatus(response);
            return goOn;
        }
        if (response.isCommitted() || response.getStatus() < 400 || hasOwnBody(request, response)) {
            return super.encodeHttpPacket(context, packet);
        }
        request.setAttribute(REPLACED, Boolean.TRUE);
        Refused refused = instead(request, response);
        return super.encodeHttpPacket(context, problem(response, refused, instance(request)));
    }

    /** Answers a request that goes no further, and ends its connection. */
    private void refuse(HttpRequestPacket request, FilterChainContext context, Refused refused) {
        HttpResponsePacket response = request.getResponse();
        request.getProcessingState().setKeepAlive(false);
        // Where the request line made no sense, Grizzly would answer as in 1991, without headers, or stumble over the
        // missing method and not answer at all.
        request.setProtocol(Protocol.HTTP_1_1);
        if (request.getMethodDC().isNull()) {
            request.setMethod(Method.GET);
        }
        Buffer answer = super.encodeHttpPacket(context, problem(response, refused, instance(request)));
        context.write(answer, lingering.afterAnswerOn(context.getConnection()));
    }

    private static Refused asRefused(Throwable why) {
        if (why instanceof Refused refused) {
            return refused;
        }
        // Grizzly has no type of its own for it.
        String message = String.valueOf(why.getMessage()).toLowerCase(Locale.ROOT);
        if (why instanceof MimeHeaders.MaxHeaderCountExceededException || message.contains("too large")) {
            return new Refused(
                    Refusal.HEADERS_TOO_LARGE,
                    "the request line and headers take at most %d bytes and %d lines"
                            .formatted(MOST_HEADER_BYTES, MOST_HEADERS));
        }
        return Refused.invalid("the request's head is malformed");
    }

    /** The application's problems stay as they are, and so does the answer of the health check. */
    private static boolean hasOwnBody(HttpRequestPacket request, HttpResponsePacket response) {
        String type = String.valueOf(response.getContentType());
        return type.startsWith(PROBLEM_JSON) || (isPlatforms(request) && type.startsWith("application/json"));
    }

    private static boolean isPlatforms(HttpRequestPacket request) {
        String path = RequestRules.text(request.getRequestURIRef().getRequestURIBC());
        return path.startsWith("/health") || path.startsWith("/metrics") || path.startsWith("/openapi");
    }

    private static Refused instead(HttpRequestPacket request, HttpResponsePacket response) {
        boolean missing = response.getStatus() == HttpStatus.NOT_FOUND_404.getStatusCode();
        if ((missing || !Boolean.getBoolean(SERVING)) && !isPlatforms(request)) {
            return new Refused(Refusal.UNAVAILABLE, "the server is starting or stopping");
        }
        Refusal refusal = Refusal.ofStatus(response.getStatus());
        return new Refused(refusal, refusal.title());
    }

    private static String instance(HttpRequestPacket request) {
        String path = RequestRules.text(request.getRequestURIRef().getRequestURIBC());
        return path.startsWith("/") ? path : "/"; // else the target was no path
    }

    private static HttpContent problem(HttpResponsePacket response, Refused refused, String instance) {
        Refusal refusal = refused.refusal();
        byte[] body = refusal.body(refused.getMessage(), instance);
        HttpStatus.newHttpStatus(refusal.status(), refusal.reason()).setValues(response);
        MimeHeaders headers = response.getHeaders();
        reopen(headers);
        for (Header stale : new Header[] {Header.ContentEncoding, Header.ContentLanguage, Header.TransferEncoding}) {
            headers.removeHeader(stale);
        }
        response.setChunked(false);
        response.setContentLength(body.length);
        response.setContentType(PROBLEM_JSON);
        headers.setValue(Header.CacheControl).setString("no-store");
        if (refusal == Refusal.UNAVAILABLE) {
            headers.setValue("Retry-After").setString("1");
        }
        return HttpContent.builder(response)
                .content(Buffers.wrap(null, body))
                .last(true)
                .build();
    }

    /** Grizzly closes the list when it commits an answer; what is no trailer would from then on be dropped in silence. */
    private static void reopen(MimeHeaders headers) {
        List<Map.Entry<String, String>> kept = new ArrayList<>();
        for (int i = 0; i < headers.size(); i++) {
            kept.add(Map.entry(RequestRules.text(headers.getName(i)), RequestRules.text(headers.getValue(i))));
        }
        headers.clear();
        kept.forEach(header -> headers.addValue(header.getKey()).setString(header.getValue()));
    }
}
