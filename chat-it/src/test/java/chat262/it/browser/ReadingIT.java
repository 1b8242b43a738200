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
class ReadingIT extends PageTest {
    /** Lets a check put a tab into the background and back, as the browser would. */
    private static final String BACKGROUND = """
            Object.defineProperty(document, 'visibilityState', { get: () => (window.inBackground ? 'hidden' : 'visible') });
            """;

    @Test
    void aRoomOpensAtItsFirstUnreadMessageAndOnlyWhatWasOnScreenIsAcknowledged() {
        Person ann = signedUp("ann");
        Person bob = signedUp("bob");
        meet(ann, bob);
        bob.tab().page().navigate("/#/");
        ann.tab().post(1, 100);
        assertThat(bob.tab().room(ann.name()).locator(".count")).hasText("100");
        bob.tab().openRoom(ann.name());

        assertThat(bob.tab().line("line 1")).isInViewport();
        assertThat(bob.tab().page().locator(".marker")).isInViewport();
        int shown = awaitCursor(bob, 1);
        assertThat(shown).isLessThan(60);
        assertThat(bob.tab().line("line " + shown)).isInViewport();
        assertThat(bob.tab().line("line " + (shown + 2))).not().isInViewport();
        assertThat(bob.tab().unread(ann.name())).isEqualTo(String.valueOf(100 - shown));

        for (int page = 0; page < 12; page++) {
            bob.tab().page().keyboard().press("PageDown");
            bob.tab().page().waitForTimeout(200);
        }
        awaitCursor(bob, 100);
        assertThat(bob.tab().room(ann.name()).locator(".count")).hasCount(0);
    }

    @Test
    void whatWasJumpedOverStaysUnreadUntilItIsMarkedAsRead() {
        Person ann = signedUp("ann");
        Person bob = signedUp("bob");
        meet(ann, bob);
        bob.tab().page().navigate("/#/");
        ann.tab().post(1, 60);
        assertThat(bob.tab().room(ann.name()).locator(".count")).hasText("60");
        bob.tab().openRoom(ann.name());
        int shown = awaitCursor(bob, 1);
        bob.tab().page().keyboard().press("Alt+End");
        assertThat(bob.tab().line("line 60")).isInViewport();
        bob.tab().awaitText(60 - shown + " unread above");
        assertThat(bob.tab().cursor()).isEqualTo(shown);

        bob.tab().page().keyboard().press("Alt+u");
        assertThat(bob.tab().line("line " + (shown + 1))).isInViewport();
        bob.tab().page().keyboard().press("Alt+r");
        awaitCursor(bob, 60);
        assertThat(bob.tab().line("line 60")).isInViewport();
    }

    @Test
    void nothingIsAcknowledgedWhileTheTabIsInTheBackground() {
        Person ann = signedUp("ann");
        Person bob = somebody("bob");
        bob.context().addInitScript(BACKGROUND);
        bob.tab().page().reload();
        bob.signUp();
        meet(ann, bob);
        ann.tab().say("seen");
        awaitCursor(bob, 1);

        background(bob, true);
        ann.tab().say("not seen");
        bob.tab().awaitSaid(List.of("seen", "not seen"));
        assertThat(bob.tab().room(ann.name()).locator(".count")).hasText("1");
        assertThat(bob.tab().page()).hasTitle("(1) " + ann.name() + " – 262chat");
        assertThat(bob.tab().cursor()).isEqualTo(1);
        assertThat(bob.tab().page().locator(".marker")).isVisible();

        background(bob, false);
        awaitCursor(bob, 2);
    }

    private static void background(Person person, boolean background) {
        person.tab()
                .page()
                .evaluate(
                        "hidden => { window.inBackground = hidden; document.dispatchEvent(new Event('visibilitychange')); }",
                        background);
    }

    @Test
    void aBurstIsNotScrolledPast() {
        Person ann = signedUp("ann");
        Person bob = somebody("bob");
        bob.context().addInitScript(BACKGROUND);
        bob.tab().page().reload();
        bob.signUp();
        meet(ann, bob);
        background(bob, true);
        ann.tab().post(1, 80);
        assertThat(bob.tab().lines()).hasCount(80, new LocatorAssertions.HasCountOptions().setTimeout(Tab.PATIENCE));
        background(bob, false);
        assertThat(bob.tab().line("line 1")).isInViewport();
        assertThat(bob.tab().line("line 80")).not().isInViewport();
        int shown = awaitCursor(bob, 1);
        bob.tab().awaitText(80 - shown + " new messages");
    }

    @Test
    void historyLoadsWhileOneScrollsUpAndNothingJumps() {
        Person ann = signedUp("ann");
        Person bob = signedUp("bob");
        meet(ann, bob);
        ann.tab().post(1, 450);
        assertThat(bob.tab().room(ann.name()).locator(".room-last"))
                .hasText("line 450", new LocatorAssertions.HasTextOptions().setTimeout(Tab.PATIENCE));
        bob.tab().page().keyboard().press("Alt+r");
        assertThat(bob.tab().line("line 450")).isInViewport();
        awaitCursor(bob, 450);
        bob.tab().page().reload();
        assertThat(bob.tab().line("line 450")).isInViewport();

        Page page = bob.tab().page();
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
        Person ann = signedUp("ann");
        Person bob = signedUp("bob");
        meet(ann, bob);
        ann.tab().post(1, 450);
        assertThat(bob.tab().room(ann.name()).locator(".room-last"))
                .hasText("line 450", new LocatorAssertions.HasTextOptions().setTimeout(Tab.PATIENCE));
        bob.tab().page().keyboard().press("Alt+r");
        awaitCursor(bob, 450);
        bob.tab().page().reload();
        assertThat(bob.tab().line("line 450")).isInViewport();

        Page page = bob.tab().page();
        // In one step with the look, so that nothing older can have come before it.
        Object moved = page.evaluate("""
                async () => {
                  const lines = document.querySelector('.lines');
                  const count = () => lines.querySelectorAll('li[data-seq]').length;
                  lines.scrollTo(0, 0);
                  const oldest = lines.querySelector('li[data-seq] .body');
                  const [before, there] = [oldest.getBoundingClientRect().top, count()];
                  while (count() === there) await new Promise(requestAnimationFrame);
                  return oldest.getBoundingClientRect().top - before;
                }""");
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
        Person ann = signedUp("ann");
        Person bob = signedUp("bob");
        meet(ann, bob);
        ann.tab().post(1, 60);
        bob.tab().page().keyboard().press("Alt+r");
        awaitCursor(bob, 60);
        Locator lines = bob.tab().page().locator(".lines");
        lines.evaluate("lines => lines.scrollBy(0, -900)");
        double before = firstVisible(lines);
        ann.tab().say("news");
        assertThat(bob.tab().line("news"))
                .hasCount(1, new LocatorAssertions.HasCountOptions().setTimeout(Tab.PATIENCE));
        assertThat(firstVisible(lines)).isCloseTo(before, within(2.0));
        assertThat(bob.tab().cursor()).isEqualTo(60);
        bob.tab().button("1 new message").click();
        assertThat(bob.tab().line("news")).isInViewport();
        awaitCursor(bob, 61);
    }

    @Test
    void whoIsAtTheEndStaysAtTheEnd() {
        Person ann = signedUp("ann");
        Person bob = signedUp("bob");
        meet(ann, bob);
        for (int i = 1; i <= 40; i++) {
            ann.tab().say("line " + i);
            if (i % 10 == 0) {
                assertThat(bob.tab().line("line " + i)).isInViewport();
            }
        }
        awaitCursor(bob, 40);
    }

    /** Waits until the server's cursor is at least here and rests; returns it. */
    private static int awaitCursor(Person person, int least) {
        long deadline = System.nanoTime() + (long) (Tab.PATIENCE * 1_000_000);
        int last = -1;
        for (int now = person.tab().cursor();
                now < least || now != last;
                now = person.tab().cursor()) {
            assertThat(System.nanoTime())
                    .as("the cursor is at " + now + ", not at " + least)
                    .isLessThan(deadline);
            last = now;
            person.tab().page().waitForTimeout(600);
        }
        return last;
    }
}
