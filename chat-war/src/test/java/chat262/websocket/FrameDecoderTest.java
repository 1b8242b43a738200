package chat262.websocket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import chat262.api.Live;
import com.sun.management.ThreadMXBean;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FrameDecoderTest {
    private static final byte[] MASK = {0x37, (byte) 0xfa, 0x21, 0x3d};

    private final List<String> received = new ArrayList<>();
    private final FrameDecoder decoder = new FrameDecoder(new FrameDecoder.Listener() {
        @Override
        public void text(String text) {
            received.add(text);
        }

        @Override
        public void binary() {
            received.add("bytes");
        }

        @Override
        public void ping(byte[] payload) {
            received.add("ping " + new String(payload, StandardCharsets.UTF_8));
        }

        @Override
        public void closeFrame(int code) {
            received.add("close " + code);
        }
    });

    /** A client's frame, masked. */
    static byte[] frame(int first, byte[] payload) {
        ByteArrayOutputStream frame = new ByteArrayOutputStream();
        frame.write(first);
        if (payload.length < 126) {
            frame.write(0x80 | payload.length);
        } else if (payload.length <= 0xFFFF) {
            frame.write(0x80 | 126);
            frame.write(payload.length >> 8);
            frame.write(payload.length);
        } else {
            frame.write(0x80 | 127);
            frame.writeBytes(new byte[] {
                0, 0, 0, 0, 0, (byte) (payload.length >> 16), (byte) (payload.length >> 8), (byte) payload.length
            });
        }
        frame.writeBytes(MASK);
        for (int i = 0; i < payload.length; i++) {
            frame.write(payload[i] ^ MASK[i % 4]);
        }
        return frame.toByteArray();
    }

    static byte[] frame(int first, String payload) {
        return frame(first, payload.getBytes(StandardCharsets.UTF_8));
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private void decode(byte[] bytes) throws WebSocketError {
        decoder.decode(bytes, 0, bytes.length);
    }

    private int closeCode(byte[] bytes) {
        return catchThrowableOfType(WebSocketError.class, () -> decode(bytes)).code();
    }

    @Test
    void framesAreTheSameHoweverTheStreamIsSplit() throws WebSocketError {
        String longer = "ü".repeat(200);
        byte[] stream = join(
                frame(0x81, "one"),
                frame(0x01, "tw"),
                frame(0x89, "between"),
                frame(0x00, ""),
                frame(0x80, "o"),
                frame(0x81, longer),
                frame(0x81, ""),
                frame(0x82, "xyz"),
                frame(0x88, new byte[] {0x0F, (byte) 0xA0}));
        for (int size = 1; size <= stream.length; size++) {
            received.clear();
            for (int from = 0; from < stream.length; from += size) {
                decoder.decode(stream, from, Math.min(stream.length, from + size));
            }
            assertThat(received).containsExactly("one", "ping between", "two", longer, "", "bytes", "close 4000");
        }
    }

    @Test
    void theLargestFrameIsReadAndOneByteMoreIsTooLarge() throws WebSocketError {
        decode(frame(0x81, new byte[Live.MAX_FRAME]));
        assertThat(received.get(0)).hasSize(Live.MAX_FRAME);
        assertThat(closeCode(frame(0x81, new byte[Live.MAX_FRAME + 1]))).isEqualTo(CloseCode.MESSAGE_TOO_BIG);
    }

    @Test
    void aLengthThatNoArrayCanHaveIsRefusedBeforeThePayloadArrives() {
        byte[] head = {(byte) 0x81, (byte) 0xFF, 0x7F, -1, -1, -1, -1, -1, -1, -1, 1, 2, 3, 4};
        assertThat(closeCode(head)).isEqualTo(CloseCode.MESSAGE_TOO_BIG);
        byte[] negative = {(byte) 0x81, (byte) 0xFF, -1, -1, -1, -1, -1, -1, -1, -1, 1, 2, 3, 4};
        assertThat(new FrameDecoderTest().closeCode(negative)).isEqualTo(CloseCode.MESSAGE_TOO_BIG);
    }

    @Test
    void aFragmentedMessageIsLimitedAsAWhole() throws WebSocketError {
        decode(frame(0x01, new byte[Live.MAX_FRAME]));
        decode(frame(0x89, "fits between"));
        assertThat(closeCode(frame(0x80, new byte[1]))).isEqualTo(CloseCode.MESSAGE_TOO_BIG);
    }

    @Test
    void aMessageInVeryManyFramesIsNotCopiedForEach() throws WebSocketError {
        byte[] first = frame(0x01, "x".repeat(Live.MAX_FRAME - 1));
        byte[] empty = frame(0x00, "");
        decode(first);
        long before = allocated();
        for (int frames = 0; frames < 10_000; frames++) {
            decode(empty);
        }
        assertThat(allocated() - before).isLessThan(100L * Live.MAX_FRAME);
        decode(frame(0x80, "y"));
        assertThat(received.get(0)).hasSize(Live.MAX_FRAME).endsWith("xy");
    }

    /** The bytes that this thread has ever allocated: unlike the time that takes, the same on every machine. */
    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    @Test
    void protocolErrorsAreRefused() {
        byte[] unmasked = {(byte) 0x81, 1, 'x'};
        List<byte[]> wrong = List.of(
                unmasked,
                frame(0xC1, "an extension"),
                frame(0x83, "an unknown opcode"),
                frame(0x8B, "another"),
                frame(0x80, "the end of nothing"),
                frame(0x09, "a ping in pieces"),
                frame(0x89, new byte[126]),
                join(frame(0x01, "a text"), frame(0x81, "in a text")));
        assertThat(wrong)
                .allSatisfy(bytes ->
                        assertThat(new FrameDecoderTest().closeCode(bytes)).isEqualTo(CloseCode.PROTOCOL_ERROR));
    }

    @Test
    void aTextIsUtf8EvenWhereACharacterIsSplitOverTwoFrames() throws WebSocketError {
        byte[] euro = "€".getBytes(StandardCharsets.UTF_8);
        decode(join(frame(0x01, new byte[] {euro[0]}), frame(0x80, new byte[] {euro[1], euro[2]})));
        assertThat(received).containsExactly("€");
        assertThat(closeCode(frame(0x81, new byte[] {euro[0]}))).isEqualTo(CloseCode.INVALID_PAYLOAD);
    }
}
