package chat262.websocket;

import static org.assertj.core.api.Assertions.assertThat;

import chat262.api.Live;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class FrameEncoderTest {
    @Test
    void aShortTextHasAHeaderOfTwoBytes() {
        assertThat(FrameEncoder.text("ok")).containsExactly(0x81, 2, 'o', 'k');
    }

    @Test
    void aLongerTextHasItsLengthInTwoBytes() {
        byte[] frame = FrameEncoder.text("x".repeat(300));
        assertThat(frame).hasSize(304).startsWith(0x81, 126, 1, 44);
    }

    @Test
    void aTextLongerThanTwoFramesIsSplitIntoThree() {
        int rest = 10;
        byte[] frames = FrameEncoder.text("x".repeat(2 * Live.MAX_FRAME + rest));
        ByteBuffer in = ByteBuffer.wrap(frames);
        assertThat(in.get(0)).isEqualTo((byte) 0x01);
        assertThat(in.getLong(2)).isEqualTo(Live.MAX_FRAME);
        int second = 10 + Live.MAX_FRAME;
        assertThat(in.get(second)).isEqualTo((byte) 0x00);
        assertThat(in.getLong(second + 2)).isEqualTo(Live.MAX_FRAME);
        int third = 2 * second;
        assertThat(in.get(third)).isEqualTo((byte) 0x80);
        assertThat(in.get(third + 1)).isEqualTo((byte) rest);
        assertThat(frames).hasSize(third + 2 + rest);
    }

    @Test
    void aCloseFrameHoldsItsCodeAndItsReason() {
        assertThat(FrameEncoder.close(4401, "bye")).containsExactly(0x88, 5, 0x11, 0x31, 'b', 'y', 'e');
        assertThat(FrameEncoder.close(1000, "x".repeat(200))).hasSize(127);
    }
}
