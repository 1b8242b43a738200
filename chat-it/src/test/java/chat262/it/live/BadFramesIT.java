package chat262.it.live;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BadFramesIT extends TwoClientsTest {
    private static final int TOO_LARGE = 1009;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "rubbish",
                "[]",
                "{}",
                "{\"type\":7}",
                "{\"type\":\"hello\"}",
                "{\"type\":\"ack\"}",
                "{\"type\":\"ack\",\"room\":1}",
                "{\"type\":\"ack\",\"room\":\"1\",\"seq\":1}",
                "{\"type\":\"ack\",\"room\":1,\"seq\":1.5}",
                "{\"type\":\"ack\",\"room\":1,\"seq\":-1}",
                "{\"type\":\"ack\",\"room\":1,\"seq\":99999999999999999999}",
                "{\"type\":\"ack\",\"room\":1,\"seq\":null}",
                "{\"type\":\"watch\",\"room\":1}",
                "{\"type\":\"watch\",\"room\":1,\"on\":\"yes\"}",
                "{\"type\":\"pong\"} {\"type\":\"pong\"}",
            })
    void aFrameThatMakesNoSenseIsAnsweredAndTheSocketStays(String text) {
        annas.sendText(text);
        annas.await("problem", problem("invalid"));
        assertStillThere();
    }

    @Test
    void bytesAreAnsweredLikeAnyBadFrame() {
        annas.sendBytes(new byte[] {1, 2, 3});
        annas.await("problem", problem("invalid"));
        assertStillThere();
    }

    private void assertStillThere() {
        long room = anna.direct(ben);
        ben.say(room, "still there?");
        annas.awaitMessage(room, 1);
    }

    @Test
    void deeplyNestedJsonIsRefusedLikeAnyOther() {
        annas.sendText("{\"type\":" + "[".repeat(30_000));
        annas.await("problem", problem("invalid"));
        assertStillThere();
    }

    @Test
    void aFrameOfSixtyFourKibibytesIsReadAndOneMoreByteIsTooLarge() {
        String most = "{\"type\":\"pong\",\"x\":\"" + "x".repeat(64 * 1024 - 22) + "\"}";
        assertThat(most).hasSize(64 * 1024);
        annas.sendText(most);
        assertStillThere();
        annas.sendText(most + " ");
        assertThat(annas.awaitClose()).isEqualTo(TOO_LARGE);
    }

    @Test
    void aMessageInPiecesIsOneAndBoundedAsOne() {
        bens.sendPart("{\"type\":\"po", false);
        bens.sendPart("ng\"}", true);
        annas.sendPart("x".repeat(40_000), false);
        annas.sendPart("x".repeat(40_000), true);
        assertThat(annas.awaitClose()).isEqualTo(TOO_LARGE);
        assertThat(bens.frames("problem")).isEmpty();
        assertThat(bens.isOpen()).isTrue();
    }

    @Test
    void aMegabyteIsTooLargeAsSoonAsItsLengthIsKnown() {
        try {
            annas.sendText("x".repeat(1_000_000));
        } catch (RuntimeException e) {
            // The server may have said so before all of it was sent.
            assertThat(e).hasMessageContaining("Exception");
        }
        assertThat(annas.awaitClose()).isEqualTo(TOO_LARGE);
    }
}
