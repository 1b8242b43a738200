package chat262.accounts.passwords;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FairQueueTest {
    private final FairQueue<String> queue = new FairQueue<>(4);

    private String all() {
        return String.join(
                " ",
                Stream.generate(queue::poll).takeWhile(item -> item != null).toList());
    }

    @Test
    void clientsAreServedInTurnAndEachInItsOrder() {
        queue.offer("a", "a1");
        queue.offer("a", "a2");
        queue.offer("a", "a3");
        queue.offer("b", "b1");
        assertThat(all()).isEqualTo("a1 b1 a2 a3");
    }

    @Test
    void whoHasLessDisplacesTheLastItemOfWhoHasTheMost() {
        for (int i = 1; i <= 4; i++) {
            assertThat(queue.offer("a", "a" + i)).isEmpty();
        }
        assertThat(queue.offer("a", "a5")).contains("a5");
        assertThat(queue.offer("b", "b1")).contains("a4");
        assertThat(queue.offer("b", "b2")).contains("a3");
        assertThat(queue.offer("b", "b3")).contains("b3");
        assertThat(all()).isEqualTo("a1 b1 a2 b2");
        assertThat(queue.offer("c", "c1")).isEmpty();
        assertThat(all()).isEqualTo("c1");
    }
}
