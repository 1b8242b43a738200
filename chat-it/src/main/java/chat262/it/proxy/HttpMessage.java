package chat262.it.proxy;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One HTTP/1.1 request or answer, byte for byte as it went over the wire.
 *
 * @param bytes all of it
 * @param headLength how many of them are the start line and the headers, with the empty line
 */
public record HttpMessage(byte[] bytes, int headLength) {
    private static final int MAX_HEAD = 64 * 1024;

    /** Reads a request; empty if the client has closed the connection instead. */
    public static Optional<HttpMessage> request(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int headLength = readHead(in, bytes);
        return headLength == 0 ? Optional.empty() : Optional.of(withBody(in, bytes, headLength));
    }

    /** Reads an answer to a request that was not a HEAD. */
    public static HttpMessage answer(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int headLength = readHead(in, bytes);
        if (headLength == 0) {
            throw new EOFException("closed without an answer");
        }
        return withBody(in, bytes, headLength);
    }

    /** Such as {@code POST /path HTTP/1.1} or {@code HTTP/1.1 201 Created}. */
    public String startLine() {
        return head().substring(0, head().indexOf("\r\n"));
    }

    /** The method of a request. */
    String method() {
        return startLine().substring(0, startLine().indexOf(' '));
    }

    /** The path of a request, without its query. */
    String path() {
        return startLine().split(" ")[1].replaceFirst("\\?.*", "");
    }

    /** What a request is for: its method and path, and its client by the header User-Agent. */
    public String kind() {
        String line = startLine();
        return kind(
                line.substring(0, line.lastIndexOf(' ')), header("User-Agent").orElse(""));
    }

    /** The kind of requests such as {@code POST /path} of a client. */
    public static String kind(String methodAndPath, String client) {
        return methodAndPath + " by " + client;
    }

    /** Whether requests of a kind change nothing. */
    static boolean isRead(String kind) {
        return kind.startsWith("GET ");
    }

    /** The status of an answer. */
    public int status() {
        return Integer.parseInt(startLine().split(" ")[1]);
    }

    /** The value of a header; empty without one. */
    public Optional<String> header(String name) {
        String wanted = name.toLowerCase(Locale.ROOT) + ":";
        return head().lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(wanted))
                .map(line -> line.substring(wanted.length()).strip())
                .findFirst();
    }

    /** The body as text. */
    public String body() {
        byte[] body = Arrays.copyOfRange(bytes, headLength, bytes.length);
        String text = new String(body, StandardCharsets.UTF_8);
        return isChunked() ? joined(body) : text;
    }

    /** The same without some headers, which are named in lower case. */
    HttpMessage without(Set<String> names) {
        String kept = head().lines()
                .filter(line -> !names.contains(line.replaceFirst(":.*", "").toLowerCase(Locale.ROOT)))
                .map(line -> line + "\r\n")
                .collect(Collectors.joining());
        byte[] newHead = kept.getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = Arrays.copyOf(newHead, newHead.length + bytes.length - headLength);
        System.arraycopy(bytes, headLength, all, newHead.length, bytes.length - headLength);
        return new HttpMessage(all, newHead.length);
    }

    /** Whether it is an answer that has headers alone, whatever these say. */
    private boolean isBodiless() {
        String line = startLine();
        return line.startsWith("HTTP/") && (status() < 200 || status() == 204 || status() == 304);
    }

    private boolean isChunked() {
        return header("Transfer-Encoding").filter("chunked"::equalsIgnoreCase).isPresent();
    }

    private String head() {
        return new String(bytes, 0, headLength, StandardCharsets.ISO_8859_1);
    }

    private static HttpMessage withBody(InputStream in, ByteArrayOutputStream bytes, int headLength)
            throws IOException {
        HttpMessage head = new HttpMessage(bytes.toByteArray(), headLength);
        if (head.isBodiless()) {
            return head;
        } else if (head.isChunked()) {
            readChunks(in, bytes);
        } else {
            copy(in, bytes, Integer.parseInt(head.header("Content-Length").orElse("0")));
        }
        return new HttpMessage(bytes.toByteArray(), headLength);
    }

    private static int readHead(InputStream in, ByteArrayOutputStream bytes) throws IOException {
        int inARow = 0;
        while (inARow < 4) {
            int next = in.read();
            if (next < 0) {
                if (bytes.size() == 0) {
                    return 0;
                }
                throw new EOFException("closed in the middle of the headers");
            }
            bytes.write(next);
            boolean expected = next == (inARow % 2 == 0 ? '\r' : '\n');
            inARow = expected ? inARow + 1 : next == '\r' ? 1 : 0;
            if (bytes.size() > MAX_HEAD) {
                throw new IOException("the headers have no end");
            }
        }
        return bytes.size();
    }

    private static void readChunks(InputStream in, ByteArrayOutputStream bytes) throws IOException {
        int size;
        do {
            String line = readLine(in, bytes);
            size = Integer.parseInt(line, 16);
            copy(in, bytes, size + 2);
        } while (size > 0);
    }

    private static String readLine(InputStream in, ByteArrayOutputStream bytes) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("closed in the middle of the body");
            }
            bytes.write(next);
            line.append((char) next);
        }
        bytes.write('\n');
        return line.toString().strip();
    }

    private static void copy(InputStream in, ByteArrayOutputStream bytes, int count) throws IOException {
        byte[] read = in.readNBytes(count);
        bytes.write(read);
        if (read.length < count) {
            throw new EOFException("closed in the middle of the body");
        }
    }

    private static String joined(byte[] chunks) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        int at = 0;
        while (true) {
            int end = at;
            while (chunks[end] != '\r') {
                end++;
            }
            int size = Integer.parseInt(new String(chunks, at, end - at, StandardCharsets.ISO_8859_1), 16);
            if (size == 0) {
                return body.toString(StandardCharsets.UTF_8);
            }
            body.write(chunks, end + 2, size);
            at = end + 2 + size + 2;
        }
    }
}
