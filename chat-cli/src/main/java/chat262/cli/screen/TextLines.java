package chat262.cli.screen;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;

/** Lines of text from bytes. What is not text is an error of its line: a message must not be sent with holes in it. */
final class TextLines {
    /** Longer than a paste pauses between two lines, and shorter than a person between two keys. */
    private static final long PAUSE_MILLIS = 30;

    private final InputStream in;
    private final Charset charset;

    TextLines(InputStream in, Charset charset) {
        this.in = new BufferedInputStream(in);
        this.charset = charset;
    }

    /** The next line, without its end; null at the end of the input. */
    String next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        int next = in.read();
        if (next < 0) {
            return null;
        }
        for (; next >= 0 && next != '\n'; next = in.read()) {
            line.write(next);
        }
        String text = decode(line.toByteArray());
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    /** The next line and all that arrive together with it; null at the end of the input. */
    String burst() throws IOException {
        String first = next();
        if (first == null) {
            return null;
        }
        StringBuilder lines = new StringBuilder(first);
        while (hasMore()) {
            lines.append('\n').append(next());
        }
        return lines.toString().replaceFirst("(?<=.)\n+$", "");
    }

    private boolean hasMore() throws IOException {
        try {
            if (in.available() == 0) {
                Thread.sleep(PAUSE_MILLIS);
            }
            return in.available() > 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** All that is left, with newlines only and without the last one. */
    String rest() throws IOException {
        String text = decode(in.readAllBytes()).replace("\r\n", "\n");
        return text.endsWith("\n") ? text.substring(0, text.length() - 1) : text;
    }

    private String decode(byte[] bytes) throws NotText {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new NotText("the input is not " + charset + " text; nothing was done with it");
        }
    }
}
