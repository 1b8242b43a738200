package chat262.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is acknowledged, where a room opens, and that nothing jumps. */
class ReadingIT extends ReadingTest {
    /** Lets a check put a tab into the background and back, as the browser would. */
    private static final String BACKGROUND = """
            Object.defineProperty(document, 'visibilityState', { get: () => (window.inBackground ? 'hidden' : 'visible') });
            """;

    @Test
    void aRoomOpensAtItsFirstUnreadMessageAndOnlyWhatWasOnScreenIsAcknowledged() {
        meet();
        postWhileBobIsAway(1, 100);
        bob.tab().openRoom(ann.name());

        assertThat(bob.tab().line("line 1")).isInViewport();
        assertThat(bobsPage().locator(".marker")).isInViewport();
        int shown = awaitCursor(1);
        assertThat(shown).isLessThan(60);
        assertThat(bob.tab().line("line " + shown)).isInViewport();
        assertThat(bob.tab().line("line " + (shown + 2))).not().isInViewport();
        assertThat(bob.tab().unread(ann.name())).isEqualTo(String.valueOf(100 - shown));

        for (int page = 0; page < 60 && bob.tab().cursor() < 100; page++) {
            bobsPage().keyboard().press("PageDown");
            bobsPage().waitForTimeout(200);
        }
        awaitCursor(100);
        assertThat(bob.tab().room(ann.name()).locator(".count")).hasCount(0);
    }

    @Test
    void nothingIsAcknowledgedWhileTheTabIsInTheBackground() {
        bob.context().addInitScript(BACKGROUND);
        bobsPage().reload();
        meet();
        ann.tab().say("seen");
        awaitCursor(1);

        background(true);
        ann.tab().say("not seen");
        bob.tab().awaitSaid(List.of("seen", "not seen"));
        assertThat(bob.tab().room(ann.name()).locator(".count")).hasText("1");
        assertThat(bobsPage()).hasTitle("(1) " + ann.name() + " – 262chat");
        assertThat(bob.tab().cursor()).isEqualTo(1);
        assertThat(bobsPage().locator(".marker")).isVisible();

        background(false);
        awaitCursor(2);
    }

    private void background(boolean background) {
        bobsPage()
                .evaluate(
                        "hidden => { window.inBackground = hidden; document.dispatchEvent(new Event('visibilitychange')); }",
                        background);
    }

    @Test
    void aBurstIsNotScrolledPast() {
        bob.context().addInitScript(BACKGROUND);
        bobsPage().reload();
        meet();
        background(true);
        ann.tab().post(1, 80);
        assertThat(bob.tab().lines()).hasCount(80, new LocatorAssertions.HasCountOptions().setTimeout(Tab.TIMEOUT));
        background(false);
        assertThat(bob.tab().line("line 1")).isInViewport();
        assertThat(bob.tab().line("line 80")).not().isInViewport();
        int shown = awaitCursor(1);
        bob.tab().awaitText(80 - shown + " new messages");
    }

    @Test
    void historyLoadsWhileOneScrollsUpAndNothingJumps() {
        postAndReadAll(450);

        Page page = bobsPage();
        Locator lines = page.locator(".lines");
        for (int step = 0; step < 200 && page.locator(".beginning").count() == 0; step++) {
            lines.evaluate("lines => lines.scrollBy(0, -300)");
            double before = firstVisible(lines);
            page.waitForTimeout(100);
            assertThat(firstVisible(lines)).isCloseTo(before, within(2.0));
        }
        assertThat(bob.tab().line("line 1")).hasCount(1);
        lines.evaluate("lines => lines.scrollTo(0, 0)");
        assertThat(bob.tab().line("line 1")).isInViewport();
    }

    /** The oldest line that is there has its sender above it, and loses that when older ones come; what it says stays. */
    @Test
    void theOldestLineStaysWhereItIsWhenOlderOnesComeBeforeIt() {
        postAndReadAll(450);

        Page page = bobsPage();
        // In one step with the look, so that no older line can have come before it.
        Object moved = page.evaluate("""
                async () => {
                  const lines = document.querySelector('.lines');
                  const count = () => lines.querySelectorAll('li[data-seq]').length;
                  const oldest = lines.querySelector('li[data-seq] .body');
                  const there = count();
                  const end = performance.now() + 60_000;
                  let before;
                  do {
                    lines.scrollTo(0, 0); // again: a page that is drawn before it hears of the scrolling goes back to its end
                    before = oldest.getBoundingClientRect().top;
                    await new Promise(requestAnimationFrame);
                  } while (count() === there && performance.now() < end);
                  return count() === there ? null : oldest.getBoundingClientRect().top - before;
                }""");
        assertThat(moved).as("older lines came").isNotNull();
        assertThat(((Number) moved).doubleValue()).isCloseTo(0, within(2.0));
    }

    /** Marks what the first visible line says, or tells where that is now. */
    private static double firstVisible(Locator lines) {
        return ((Number) lines.evaluate("""
                        lines => {
                          const top = lines.getBoundingClientRect().top;
                          const marked = lines.querySelector('[data-test-mark]');
                          if (marked) {
                            marked.removeAttribute('data-test-mark');
                            return marked.getBoundingClientRect().top;
                          }
                          const all = [...lines.querySelectorAll('li[data-seq] .body')];
                          const first = all.find(body => body.getBoundingClientRect().top > top);
                          first.setAttribute('data-test-mark', '');
                          return first.getBoundingClientRect().top;
                        }""")).doubleValue();
    }

    @Test
    void whoHasScrolledUpStaysThereWhenMessagesCome() {
        postAndMarkAsRead(60);
        Locator lines = bobsPage().locator(".lines");
        lines.evaluate("lines => lines.scrollBy(0, -900)");
        double before = firstVisible(lines);
        ann.tab().say("news");
        assertThat(bob.tab().line("news")).hasCount(1, new LocatorAssertions.HasCountOptions().setTimeout(Tab.TIMEOUT));
        assertThat(firstVisible(lines)).isCloseTo(before, within(2.0));
        assertThat(bob.tab().cursor()).isEqualTo(60);
        bob.tab().button("1 new message").click();
        assertThat(bob.tab().line("news")).isInViewport();
        awaitCursor(61);
    }

    @Test
    void whoIsAtTheEndStaysAtTheEnd() {
        meet();
        for (int i = 1; i <= 40; i++) {
            ann.tab().say("line " + i);
            if (i % 10 == 0) {
                assertThat(bob.tab().line("line " + i)).isInViewport();
            }
        }
        awaitCursor(40);
    }
}
