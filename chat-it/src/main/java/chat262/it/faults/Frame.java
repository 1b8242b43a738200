package chat262.it.faults;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * One HTTP/1.1 request or answer, byte for byte as it went over the wire.
 *
 * @param bytes all of it
 * @param headLength how many of them are the start line and the headers, with the empty line
 */
record Frame(byte[] bytes, int headLength) {
    private static final int LARGEST_HEAD = 64 * 1024;

    /** Reads a request; empty where the other side has closed the connection instead of asking something. */
    static Optional<Frame> request(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int headLength = readHead(in, bytes);
        return headLength == 0 ? Optional.empty() : Optional.of(withBody(in, bytes, headLength));
    }

    /** Reads an answer to a request that was not a HEAD. */
    static Frame answer(InputStream in) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int headLength = readHead(in, bytes);
        if (headLength == 0) {
            throw new EOFException("closed without an answer");
        }
        return withBody(in, bytes, headLength);
    }

    /** Such as {@code POST /path HTTP/1.1} or {@code HTTP/1.1 201 Created}. */
    String startLine() {
        return head().substring(0, head().indexOf("\r\n"));
    }

    /** What a request is for: its method and path, and who makes it. */
    String kind() {
        String line = startLine();
        return kind(
                line.substring(0, line.lastIndexOf(' ')), header("User-Agent").orElse(""));
    }

    static String kind(String what, String who) {
        return what + " by " + who;
    }

    /** Whether requests of a kind change nothing. */
    static boolean isRead(String kind) {
        return kind.startsWith("GET ");
    }

    /** The status of an answer. */
    int status() {
        return Integer.parseInt(startLine().split(" ")[1]);
    }

    /** The value of a header; empty without one. */
    Optional<String> header(String name) {
        String wanted = name.toLowerCase(Locale.ROOT) + ":";
        return head().lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(wanted))
                .map(line -> line.substring(wanted.length()).strip())
                .findFirst();
    }

    /** The body as text. */
    String body() {
        byte[] body = new byte[bytes.length - headLength];
        System.arraycopy(bytes, headLength, body, 0, body.length);
        String text = new String(body, StandardCharsets.UTF_8);
        return isChunked() ? joined(body) : text;
    }

    private boolean isChunked() {
        return header("Transfer-Encoding").filter("chunked"::equalsIgnoreCase).isPresent();
    }

    private String head() {
        return new String(bytes, 0, headLength, StandardCharsets.ISO_8859_1);
    }

    private static Frame withBody(InputStream in, ByteArrayOutputStream bytes, int headLength) throws IOException {
        Frame head = new Frame(bytes.toByteArray(), headLength);
        if (head.isChunked()) {
            readChunks(in, bytes);
        } else {
            copy(in, bytes, Integer.parseInt(head.header("Content-Length").orElse("0")));
        }
        return new Frame(bytes.toByteArray(), headLength);
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
            if (bytes.size() > LARGEST_HEAD) {
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
