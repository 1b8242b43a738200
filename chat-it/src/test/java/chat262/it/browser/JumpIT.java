package chat262.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.client.Fields;
import com.microsoft.playwright.Locator;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The buttons and keys that lead to unread messages and past them. The text "line n" is the entry n of the room. */
class JumpIT extends ReadingTest {
    @Test
    void whatWasJumpedOverStaysUnreadUntilItIsMarkedAsRead() {
        meet();
        postWhileBobIsAway(1, 60);
        bob.tab().openRoom(ann.name());
        int shown = awaitCursor(1);
        bobsPage().keyboard().press("Alt+End");
        assertThat(bob.tab().line("line 60")).isInViewport();
        assertThat(bob.tab().cursor()).isEqualTo(shown);

        bobsPage().keyboard().press("Alt+u");
        assertThat(bob.tab().line("line " + (shown + 1))).isInViewport();
        bobsPage().keyboard().press("Alt+r");
        awaitCursor(60);
        assertThat(bob.tab().line("line 60")).isInViewport();
    }

    @Test
    void oneClickGoesPastManyUnreadMessagesAndTheirNumberFallsAsTheyAreRead() {
        meet();
        postWhileBobIsAway(1, 600);
        bob.tab().openRoom(ann.name());
        assertThat(bob.tab().line("line 1")).isInViewport();
        int shown = awaitCursor(1);
        bob.tab().button(600 - shown + " new messages").click();
        assertThat(bob.tab().line("line 600")).isInViewport();
        int above = awaitUnreadAbove(shown);
        assertThat(above).isLessThan(600 - shown);

        for (int page = 0; page < 3; page++) {
            bobsPage().locator(".lines").evaluate("lines => lines.scrollBy(0, -lines.clientHeight / 2)");
            int left = awaitUnreadAbove(shown);
            assertThat(left).isLessThan(above);
            above = left;
        }
        bob.tab().button("Jump there").click();
        assertThat(bob.tab().line("line " + (shown + 1))).isInViewport();
    }

    /** Waits until the page says how many lines are unread above the first visible one, and returns it. */
    private int awaitUnreadAbove(int cursor) {
        int first = ((Number) bobsPage().locator(".lines").evaluate("""
                lines => {
                  const top = lines.getBoundingClientRect().top;
                  const all = [...lines.querySelectorAll('li[data-seq]')];
                  return Number(all.find(li => li.getBoundingClientRect().bottom > top).dataset.seq);
                }""")).intValue();
        int unread = first - 1 - cursor;
        bob.tab().awaitText(unread + " unread above");
        return unread;
    }

    @Test
    void theButtonLeadsDownToTheEndOfAMessageThatIsTallerThanTheWindow() {
        meet();
        bobsPage().navigate("/#/");
        ann.tab()
                .api()
                .keyed(UUID.randomUUID().toString())
                .post("/rooms/" + ann.tab().roomId() + "/messages", Fields.of("body", "tall\n".repeat(100) + "end"))
                .expect(201);
        bob.tab().room(ann.name()).locator(".count").waitFor();
        bob.tab().openRoom(ann.name());
        Locator button = bob.tab().button("1 new message");
        assertThat(bobsPage().locator(".line")).isInViewport();
        assertThat(bob.tab().cursor()).isZero();
        button.click();
        awaitCursor(1);
        assertThat(button).hasCount(0);
    }
}
