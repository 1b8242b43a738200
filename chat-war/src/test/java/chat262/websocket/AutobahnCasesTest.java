package chat262.websocket;

import static chat262.websocket.FrameDecoderTest.frame;
import static chat262.websocket.FrameDecoderTest.join;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The cases of the Autobahn test suite for WebSocket, groups 1 to 7, as far as they are about what a server decodes. */
class AutobahnCasesTest {
    private static final int TEXT = 0x81;
    private static final int TEXT_BEGINS = 0x01;
    private static final int BINARY = 0x82;
    private static final int BINARY_BEGINS = 0x02;
    private static final int GOES_ON = 0x00;
    private static final int ENDS = 0x80;
    private static final int CLOSE = 0x88;
    private static final int PING = 0x89;
    private static final int PONG = 0x8A;

    /** A case: its number, what the client sends, and what comes of it. */
    private record Case(String number, byte[] sent, String... received) {
        @Override
        public String toString() {
            return number;
        }
    }

    /** What is decoded, as words; the last one may be the code of an error. */
    private static List<String> decode(byte[] bytes, int pieces) {
        List<String> received = new ArrayList<>();
        FrameDecoder decoder = new FrameDecoder(new FrameDecoder.Listener() {
            @Override
            public void text(String text) {
                received.add("text " + text);
            }

            @Override
            public void binary() {
                received.add("binary");
            }

            @Override
            public void ping(byte[] payload) {
                received.add("ping " + HexFormat.of().formatHex(payload));
            }

            @Override
            public void closeFrame(int code) {
                received.add("close " + code);
            }
        });
        try {
            for (int from = 0; from < bytes.length; from += pieces) {
                decoder.decode(bytes, from, Math.min(from + pieces, bytes.length));
            }
        } catch (WebSocketError e) {
            received.add("error " + e.code());
        }
        return received;
    }

    @ParameterizedTest
    @MethodSource({"framing", "pings", "reserved", "fragments"})
    void isDecodedAsTheSuiteExpects(Case each) {
        assertThat(decode(each.sent, each.sent.length)).containsExactly(each.received);
        assertThat(decode(each.sent, 1)).as("byte by byte").containsExactly(each.received);
    }

    static Stream<Case> framing() {
        return IntStream.of(0, 125, 126, 127, 128, 65_535, 65_536).boxed().flatMap(length -> {
            String text = "*".repeat(length);
            return Stream.of(
                    new Case("1.1 of " + length, frame(TEXT, text), "text " + text),
                    new Case("1.2 of " + length, frame(BINARY, text), "binary"));
        });
    }

    static Stream<Case> pings() {
        byte[] ping = frame(PING, "a");
        byte[] pong = frame(PONG, "unasked for");
        return Stream.of(
                new Case("2.1", frame(PING, ""), "ping "),
                new Case("2.3", frame(PING, new byte[] {0, -1, -2}), "ping 00fffe"),
                new Case("2.4", frame(PING, new byte[125]), "ping " + "00".repeat(125)),
                new Case("2.5", frame(PING, new byte[126]), "error 1002"),
                new Case("2.8", pong),
                new Case("2.9", join(pong, ping), "ping 61"),
                new Case("2.10", join(ping, ping, ping), "ping 61", "ping 61", "ping 61"));
    }

    static Stream<Case> reserved() {
        Stream<Case> bits = IntStream.rangeClosed(1, 7)
                .mapToObj(rsv -> new Case("3." + rsv, frame(TEXT | rsv << 4, "x"), "error 1002"));
        Stream<Case> opcodes = IntStream.of(3, 4, 5, 6, 7, 11, 12, 13, 14, 15)
                .mapToObj(opcode -> new Case("4 with " + opcode, frame(0x80 | opcode, "x"), "error 1002"));
        return Stream.concat(bits, opcodes);
    }

    static Stream<Case> fragments() {
        byte[] begin = frame(TEXT_BEGINS, "a");
        byte[] on = frame(GOES_ON, "b");
        byte[] end = frame(ENDS, "c");
        byte[] ping = frame(PING, "");
        return Stream.of(
                new Case("5.1", join(frame(0x09, "a"), end), "error 1002"),
                new Case("5.2", join(frame(0x0A, "a"), end), "error 1002"),
                new Case("5.3", join(begin, end), "text ac"),
                new Case("5.6", join(begin, ping, end), "ping ", "text ac"),
                new Case("5.9", join(end, frame(TEXT, "x")), "error 1002"),
                new Case("5.12", join(on, frame(TEXT, "x")), "error 1002"),
                new Case("5.15", join(begin, end, on, frame(TEXT, "x")), "text ac", "error 1002"),
                new Case("5.18", join(begin, frame(TEXT, "x")), "error 1002"),
                new Case("5.19", join(begin, on, ping, on, ping, end), "ping ", "ping ", "text abbc"),
                new Case("6.1.2", join(frame(TEXT_BEGINS, ""), frame(GOES_ON, ""), frame(ENDS, "")), "text "),
                new Case("6.1.3", join(frame(TEXT_BEGINS, ""), frame(GOES_ON, "m"), frame(ENDS, "")), "text m"),
                new Case("7.1.5", join(begin, frame(CLOSE, "")), "close 1000"),
                new Case("binary in pieces", join(frame(BINARY_BEGINS, "a"), on, end), "binary"));
    }

    /** Groups 6.2 to 6.23: what is UTF-8, also where a character is split over frames, and what only looks like it. */
    @ParameterizedTest
    @CsvSource({
        "48656c6c6f2dc2b540c39fc3b6c3a4c3bcc3a0c3a12d5554462d382121, true",
        "cebae1bdb9cf83cebcceb5, true",
        "cebae1bdb9cf83cebcceb5eda080656469746564, false",
        "cebae1bdb9cf83cebcceb5f4908080656469746564, false",
        "ce, false",
        "cebae1, false",
        "00, true",
        "c280, true",
        "e0a080, true",
        "f0908080, true",
        "f888808080, false",
        "fc8480808080, false",
        "7f, true",
        "dfbf, true",
        "efbfbf, true",
        "f48fbfbf, true",
        "f7bfbfbf, false",
        "ed9fbf, true",
        "ee8080, true",
        "efbfbd, true",
        "f4908080, false",
        "80, false",
        "bf80, false",
        "c020, false",
        "fe, false",
        "c0af, false",
        "e080af, false",
        "f08080af, false",
        "c1bf, false",
        "c080, false",
        "eda080, false",
        "edbfbf, false",
        "eda080edb080, false",
        "efbfbe, true",
        "f09fbfbe, true"
    })
    void aTextIsUtf8(String hex, boolean valid) {
        byte[] bytes = HexFormat.of().parseHex(hex);
        ByteArrayOutputStream pieces = new ByteArrayOutputStream();
        for (int i = 0; i < bytes.length; i++) {
            pieces.writeBytes(frame(i == 0 ? TEXT_BEGINS : GOES_ON, new byte[] {bytes[i]}));
        }
        pieces.writeBytes(frame(ENDS, ""));
        for (byte[] sent : List.of(frame(TEXT, bytes), pieces.toByteArray())) {
            assertThat(decode(sent, sent.length)).singleElement().asString().startsWith(valid ? "text " : "error 1007");
        }
    }

    /** Group 7: the code that a close frame with a code and reason is answered with. */
    @ParameterizedTest
    @CsvSource({
        "'', 1000",
        "03, 1002",
        "03e8, 1000",
        "03e9, 1001",
        "03eb, 1003",
        "03ef, 1007",
        "03f3, 1011",
        "0bb8, 3000",
        "1387, 4999",
        "03e8486f77, 1000",
        "03e8cebae1bdb9cf83cebcceb5eda080, 1007",
        "0000, 1002",
        "03e7, 1002",
        "03ec, 1002",
        "03ed, 1002",
        "03ee, 1002",
        "044c, 1002",
        "07d0, 1002",
        "0bb7, 1002",
        "1388, 1002",
        "ffff, 1002"
    })
    void aCloseFrameIsAnswered(String hex, int code) {
        byte[] sent = frame(CLOSE, HexFormat.of().parseHex(hex));
        assertThat(decode(sent, sent.length)).containsExactly("close " + code);
    }

    @ParameterizedTest
    @CsvSource({"123, close 1000", "124, error 1002"})
    void theReasonOfACloseFrameHasAtMost123Bytes(int length, String received) {
        byte[] payload = new byte[2 + length];
        payload[0] = 0x03;
        payload[1] = (byte) 0xE8;
        byte[] sent = frame(CLOSE, payload);
        assertThat(decode(sent, sent.length)).containsExactly(received);
    }
}
