package chat262.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import chat262.it.process.Await;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;

/** What the tests of long rooms begin with: ann, who posts many lines, and bob, who reads them. */
abstract class ReadingTest extends PageTest {
    private static final int REST_MILLIS = 600;

    BrowserUser ann;
    BrowserUser bob;

    @BeforeEach
    void twoUsers() {
        ann = signedUp("ann");
        bob = signedUp("bob");
    }

    Page bobsPage() {
        return bob.tab().page();
    }

    /** Opens the direct room of both. */
    void meet() {
        meet(ann, bob);
    }

    /** Lets ann post lines while bob has no room open; returns when his list has counted them. */
    void postWhileBobIsAway(int first, int last) {
        bobsPage().navigate("/#/");
        ann.tab().post(first, last);
        assertThat(bob.tab().room(ann.name()).locator(".count"))
                .hasText(
                        String.valueOf(last - first + 1),
                        new LocatorAssertions.HasTextOptions().setTimeout(Tab.TIMEOUT));
    }

    /** Marks the open room as read. */
    void markAsRead(String room) {
        bobsPage().keyboard().press("Alt+r");
        assertThat(bob.tab().room(room).locator(".count")).hasCount(0);
    }

    /** Lets ann post so many lines, and bob mark them as read when his page has them all. */
    void postAndMarkAsRead(int lines) {
        meet();
        ann.tab().post(1, lines);
        assertThat(bob.tab().room(ann.name()).locator(".room-last"))
                .hasText("line " + lines, new LocatorAssertions.HasTextOptions().setTimeout(Tab.TIMEOUT));
        bobsPage().keyboard().press("Alt+r");
        assertThat(bob.tab().line("line " + lines)).isInViewport();
        awaitCursor(lines);
    }

    /** The same, and bob loads the page again, which shows the last lines. */
    void postAndReadAll(int lines) {
        postAndMarkAsRead(lines);
        bobsPage().reload();
        assertThat(bob.tab().line("line " + lines)).isInViewport();
    }

    /** Waits until bob's cursor on the server is at least here and rests; returns it. */
    int awaitCursor(int least) {
        AtomicInteger last = new AtomicInteger(-1);
        Await.until(
                "the cursor rests at " + least + " or above",
                Await.TIMEOUT,
                () -> {
                    int now = bob.tab().cursor();
                    if (now >= least && now == last.get()) {
                        return true;
                    }
                    last.set(now);
                    bobsPage().waitForTimeout(REST_MILLIS);
                    return false;
                },
                last::toString);
        return last.get();
    }
}
