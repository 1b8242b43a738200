package chat262.connector;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.Method;
import org.glassfish.grizzly.http.Protocol;
import org.glassfish.grizzly.http.util.DataChunk;
import org.glassfish.grizzly.http.util.MimeHeaders;

/**
 * Checks that a request is well-formed HTTP/1.1. Grizzly is lenient: it waits for the rest of an incomplete request line,
 * accepts two Host headers, and answers an invalid escape with an empty 200.
 */
final class RequestRules {
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Pattern HOST =
            Pattern.compile("(?:[A-Za-z0-9._~-]+|\\[[0-9A-Fa-f:.]+])(?::(?:[0-9]{1,4}|[1-5][0-9]{4}|6[0-4][0-9]{3}"
                    + "|65[0-4][0-9]{2}|655[0-2][0-9]|6553[0-5])?)?");

    private RequestRules() {}

    /**
     * Checks the request line as soon as it is complete: "method, space, target, space, version". Grizzly would wait for
     * missing spaces until the client gives up.
     *
     * @param input what has arrived of the request's head
     */
    static void checkRequestLine(Buffer input) {
        int position = input.position();
        while (position < input.limit() && (input.get(position) == '\r' || input.get(position) == '\n')) {
            position++;
        }
        int spaces = 0;
        for (; position < input.limit() && input.get(position) != '\n'; position++) {
            spaces += input.get(position) == ' ' ? 1 : 0;
        }
        if (position < input.limit() && spaces != 2) {
            throw RejectedRequest.invalid("the request line is not \"METHOD target HTTP/1.1\"");
        }
    }

    /** Checks the head of a request that Grizzly has parsed. */
    static void checkHead(HttpRequestPacket request) {
        Method method = request.getMethod();
        if (!TOKEN.matcher(method.getMethodString()).matches()) {
            throw RejectedRequest.invalid("the method is not a word");
        }
        String target = text(request.getRequestURIRef().getRequestURIBC());
        if (target.startsWith("/")) {
            checkPath(target);
        } else if (!(target.equals("*") && method == Method.OPTIONS)) {
            throw RejectedRequest.invalid("the path must start with /");
        }
        checkQuery(text(request.getQueryStringDC()));
        checkHeaders(request.getHeaders(), request.getProtocol() == Protocol.HTTP_1_1);
    }

    /** The text of a part of a request, one character for each byte. */
    static String text(DataChunk chunk) {
        return chunk == null || chunk.isNull() ? "" : chunk.toString(StandardCharsets.ISO_8859_1);
    }

    private static void checkPath(String path) {
        ByteBuffer decoded = ByteBuffer.allocate(path.length());
        boolean escaped = false;
        for (int i = 0; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c != '%') {
                decoded.put((byte) printable(c, "the path"));
                continue;
            }
            int value = escape(path, i, "the path");
            if (value == 0 || value == '/' || value == '\\') {
                throw RejectedRequest.invalid("the path holds an escaped NUL, slash or backslash");
            }
            decoded.put((byte) value);
            escaped = true;
            i += 2;
        }
        if (escaped) {
            checkUtf8(decoded.flip());
        }
    }

    private static void checkUtf8(ByteBuffer decoded) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(decoded);
        } catch (CharacterCodingException e) {
            throw RejectedRequest.invalid("the path is not UTF-8");
        }
    }

    private static void checkQuery(String query) {
        for (int i = 0; i < query.length(); i++) {
            if (query.charAt(i) == '%') {
                escape(query, i, "the query");
            } else {
                printable(query.charAt(i), "the query");
            }
        }
    }

    private static char printable(char c, String where) {
        if (c <= ' ' || c > '~' || c == '\\') {
            throw RejectedRequest.invalid(where + " holds a character that must be escaped");
        }
        return c;
    }

    private static int escape(String text, int at, String where) {
        int high = at + 2 < text.length() ? Character.digit(text.charAt(at + 1), 16) : -1;
        int low = at + 2 < text.length() ? Character.digit(text.charAt(at + 2), 16) : -1;
        if (high < 0 || low < 0) {
            throw RejectedRequest.invalid(where + " holds a % without two hex digits");
        }
        return high * 16 + low;
    }

    private static void checkHeaders(MimeHeaders headers, boolean needsHost) {
        int hosts = 0;
        for (int i = 0; i < headers.size(); i++) {
            String name = text(headers.getName(i));
            if (!TOKEN.matcher(name).matches()) {
                throw RejectedRequest.invalid("a header's name is not a word");
            }
            switch (name.toLowerCase(Locale.ROOT)) {
                case "host" -> {
                    hosts++;
                    checkHost(text(headers.getValue(i)));
                }
                case "transfer-encoding" -> checkTransferEncoding(text(headers.getValue(i)));
                default -> {
                    // All others are left to the application.
                }
            }
        }
        if (hosts > 1 || (hosts == 0 && needsHost)) {
            throw RejectedRequest.invalid("a request needs one Host header");
        }
    }

    private static void checkHost(String host) {
        if (!HOST.matcher(host.trim()).matches()) {
            throw RejectedRequest.invalid("the Host header is not a host");
        }
    }

    private static void checkTransferEncoding(String encoding) {
        if (!encoding.trim().equalsIgnoreCase("chunked")) {
            throw RejectedRequest.invalid("the only Transfer-Encoding known here is chunked");
        }
    }
}
