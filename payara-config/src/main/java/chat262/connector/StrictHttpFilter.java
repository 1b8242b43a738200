package chat262.connector;

import chat262.api.Paths;
import chat262.api.problems.ProblemType;
import chat262.api.server.ServerProperties;
import java.io.IOException;
import java.util.Locale;
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

/**
 * Grizzly's HTTP filter, stricter about requests, with a problem as the body of each answer of 400 and above, and no success
 * of a call that the application has not given.
 */
final class StrictHttpFilter extends HttpServerFilter {
    private static final int MAX_HEADER_BYTES = 8 * 1024;
    private static final int MAX_HEADERS = 100;

    /** Marks a request whose answer was replaced; the rest of the original answer is dropped. */
    private static final String REPLACED = StrictHttpFilter.class.getName() + ".replaced";

    private final LingeringClose lingeringClose = new LingeringClose();

    /** A filter with the settings that Payara gave to its own. */
    @SuppressWarnings("deprecation") // Grizzly has announced a builder in its place, but has none
    StrictHttpFilter(HttpServerFilter payaras) {
        // Another filter closes idle connections, so this one needs no timer.
        super(true, MAX_HEADER_BYTES, null, keepAlive(), null, MAX_HEADERS, MAX_HEADERS);
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
        if (lingeringClose.isLingering(context.getConnection())) {
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
        ResponseHead.begin(((HttpRequestPacket) header).getResponse());
        boolean failed = super.onHttpHeaderParsed(header, buffer, context);
        if (!failed) {
            RequestRules.checkHead((HttpRequestPacket) header);
            ApplicationAnswer.expect((HttpRequestPacket) header);
        }
        return failed;
    }

    /**
     * A client may offer another protocol, as Java's HTTP client does with each first request (h2c), and gets HTTP/1.1. With
     * such an offer in its headers, Grizzly would expect a body even for a GET, and wait for it.
     */
    @Override
    protected void onIncomingUpgrade(FilterChainContext context, HttpHeader header) {
        if ("websocket".equalsIgnoreCase(header.getUpgrade())) {
            WebSocketUpgrade.prepare((HttpRequestPacket) header, context.getConnection());
            super.onIncomingUpgrade(context, header);
        } else {
            header.getUpgradeDC().recycle();
            header.getHeaders().removeHeader(Header.Upgrade);
        }
    }

    @Override
    protected void onHttpHeaderError(HttpHeader header, FilterChainContext context, Throwable why) {
        reject((HttpRequestPacket) header, context, problemOf(why));
    }

    @Override
    protected void onHttpContentError(HttpHeader header, FilterChainContext context, Throwable why) {
        HttpRequestPacket request = (HttpRequestPacket) header;
        if (!request.getResponse().isCommitted()) {
            String detail = "the body is not what Content-Length or Transfer-Encoding says";
            reject(request, context, new ConnectorProblem(ProblemType.INVALID, detail));
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
            Buffer interim = super.encodeHttpPacket(context, packet);
            ResponseHead.begin(response);
            return interim;
        }
        if (response.isCommitted()) {
            return super.encodeHttpPacket(context, packet);
        }
        ResponseHead.setDate(response);
        if (!isToBeReplaced(request, response, packet)) {
            return super.encodeHttpPacket(context, packet);
        }
        request.setAttribute(REPLACED, Boolean.TRUE);
        return super.encodeHttpPacket(context, answer(response, replacement(request, response), instance(request)));
    }

    private static boolean isToBeReplaced(HttpRequestPacket request, HttpResponsePacket response, HttpPacket packet) {
        return response.getStatus() < 400
                ? ApplicationAnswer.isMissing(request, response, packet)
                : !hasOwnBody(request, response);
    }

    /** Answers a request that is not passed on, and closes its connection. */
    private void reject(HttpRequestPacket request, FilterChainContext context, ConnectorProblem problem) {
        HttpResponsePacket response = request.getResponse();
        request.getProcessingState().setKeepAlive(false);
        // After an unreadable request line, Grizzly would answer as HTTP/0.9, without headers, or it would fail on the
        // missing method and not answer at all.
        request.setProtocol(Protocol.HTTP_1_1);
        if (request.getMethodDC().isNull()) {
            request.setMethod(Method.GET);
        }
        Buffer answer = super.encodeHttpPacket(context, answer(response, problem, instance(request)));
        context.write(answer, lingeringClose.afterAnswerOn(context.getConnection()));
    }

    private static ConnectorProblem problemOf(Throwable why) {
        if (why instanceof RejectedRequest rejected) {
            return rejected.problem();
        }
        // Grizzly has no exception type of its own for a head that is too large.
        String message = String.valueOf(why.getMessage()).toLowerCase(Locale.ROOT);
        if (why instanceof MimeHeaders.MaxHeaderCountExceededException || message.contains("too large")) {
            return new ConnectorProblem(
                    ProblemType.HEADERS_TOO_LARGE,
                    "the request line and headers take at most %d bytes and %d lines"
                            .formatted(MAX_HEADER_BYTES, MAX_HEADERS));
        }
        return new ConnectorProblem(ProblemType.INVALID, "the request's head is malformed");
    }

    /** The application's problems are kept, and so is the answer of the health check. */
    private static boolean hasOwnBody(HttpRequestPacket request, HttpResponsePacket response) {
        String type = String.valueOf(response.getContentType());
        return type.startsWith(Paths.PROBLEM_JSON) || (isPlatforms(request) && type.startsWith("application/json"));
    }

    private static boolean isPlatforms(HttpRequestPacket request) {
        String path = RequestRules.text(request.getRequestURIRef().getRequestURIBC());
        return path.startsWith("/health") || path.startsWith("/metrics") || path.startsWith("/openapi");
    }

    /**
     * The problem in place of an answer without one. While the application does not serve, Payara's default pages answer in
     * its place: a PUT is forbidden (403) and a POST not allowed (405), and clients would take that as final.
     */
    private static ConnectorProblem replacement(HttpRequestPacket request, HttpResponsePacket response) {
        if (response.getStatus() < 400) {
            return new ConnectorProblem(ProblemType.UNAVAILABLE, "the server did not come to an answer; try again");
        }
        boolean missing = response.getStatus() == HttpStatus.NOT_FOUND_404.getStatusCode();
        if ((missing || !Boolean.getBoolean(ServerProperties.SERVING)) && !isPlatforms(request)) {
            return new ConnectorProblem(ProblemType.UNAVAILABLE, "the server is starting or stopping");
        }
        return ConnectorProblem.ofStatus(response.getStatus());
    }

    private static String instance(HttpRequestPacket request) {
        String path = RequestRules.text(request.getRequestURIRef().getRequestURIBC());
        return path.startsWith("/") ? path : "/"; // the target may not be a path
    }

    private static HttpContent answer(HttpResponsePacket response, ConnectorProblem problem, String instance) {
        byte[] body = problem.json(instance);
        problem.status().setValues(response);
        MimeHeaders headers = response.getHeaders();
        ResponseHead.reopen(headers);
        for (Header stale : new Header[] {Header.ContentEncoding, Header.ContentLanguage, Header.TransferEncoding}) {
            headers.removeHeader(stale);
        }
        response.setChunked(false);
        response.setContentLength(body.length);
        response.setContentType(Paths.PROBLEM_JSON);
        headers.setValue(Header.CacheControl).setString("no-store");
        if (problem.type() == ProblemType.UNAVAILABLE) {
            headers.setValue("Retry-After").setString("1");
        }
        return HttpContent.builder(response)
                .content(Buffers.wrap(null, body))
                .last(true)
                .build();
    }
}
