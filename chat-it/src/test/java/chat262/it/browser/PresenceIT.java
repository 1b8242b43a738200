package chat262.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.WebSocketRoute;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What counts as seen, and is announced, while the page is visible but the user looks elsewhere; and what happens when they come back. */
class PresenceIT extends ReadingTest {
    /** In ms, before the page would give up a silent stream. */
    private static final double SOON = 30_000;

    /**
     * Lets a check cover the window of a tab with another one and let its machine sleep, and records what the browser would
     * announce.
     */
    private static final String COVERED = """
            const now = Date.now;
            window.slept = 0;
            Date.now = () => now() + window.slept;
            document.hasFocus = () => !window.covered;
            window.announced = [];
            window.Notification = class {
              static permission = 'granted';
              static requestPermission = async () => 'granted';
              constructor(title, { body }) { window.announced.push(`${title}: ${body}`); }
            };""";

    @BeforeEach
    void bobsWindowCanBeCovered() {
        bob.context().addInitScript(COVERED);
        bobsPage().reload();
        meet();
    }

    @Test
    void aCoveredPageAcknowledgesNothingAndAnnouncesWhatComes() {
        bob.tab().button("Account and settings").click();
        bobsPage().getByLabel("Notify me").check();
        bobsPage().keyboard().press("Escape");
        cover(true);
        ann.tab().say("not seen");
        bob.tab().awaitSaid(List.of("not seen"));
        bobsPage().waitForFunction("() => window.announced.length > 0");
        assertThat(bobsPage().evaluate("() => window.announced[0]")).isEqualTo(ann.name() + ": not seen");
        assertThat(bob.tab().room(ann.name()).locator(".count")).hasText("1");
        assertThat(bobsPage().locator(".marker")).isVisible();
        assertThat(bob.tab().cursor()).isZero();

        cover(false);
        awaitCursor(1);
    }

    @Test
    void aPageWithoutFocusHasShownWhatIsOnItWhileItIsUsed() {
        cover(true);
        ann.tab().say("beside another window");
        bob.tab().awaitSaid(List.of("beside another window"));
        bobsPage().mouse().move(600, 300);
        bobsPage().mouse().move(620, 320);
        awaitCursor(1);
    }

    @Test
    void aPageThatMayHaveSleptAsksTheServerAtOnce() {
        bobsPage().routeWebSocket("**/live", browser -> {
            WebSocketRoute live = browser.connectToServer();
            live.onMessage(frame -> {
                if (frame.text().contains("\"type\":\"hello\"")) {
                    browser.send(frame.text());
                }
            });
        });
        bobsPage().reload();
        bob.tab().openRoom(ann.name());
        ann.tab().say("one");
        ann.tab().awaitAllStored();
        bobAsksAtOnce("() => { dispatchEvent(new Event('focus')); }");
        bob.tab().awaitSaid(List.of("one"));

        ann.tab().say("two");
        ann.tab().awaitAllStored();
        bobAsksAtOnce("() => { window.slept = 3600_000; }");
        bob.tab().awaitSaid(List.of("one", "two"));
    }

    @Test
    void aPageThatSleptWhileItAskedAsksAgain() {
        bob.tab().openRoom(ann.name());
        List<Route> held = new CopyOnWriteArrayList<>();
        bobsPage().route("**/rooms?limit=*", route -> {
            if (held.isEmpty()) held.add(route);
            else route.resume();
        });
        bobsPage().evaluate("() => { dispatchEvent(new Event('focus')); }");
        bobsPage().waitForCondition(() -> !held.isEmpty());
        bobsPage().evaluate("() => { window.slept = 3600_000; }");
        // longer than the page takes to look at the clock; a list that is under way keeps the next one waiting
        bobsPage().waitForTimeout(3000);
        bobAsksAtOnce(held.get(0)::resume);
    }

    private void bobAsksAtOnce(String event) {
        bobAsksAtOnce(() -> bobsPage().evaluate(event));
    }

    private void bobAsksAtOnce(Runnable event) {
        bobsPage().waitForRequest("**/rooms?limit=*", new Page.WaitForRequestOptions().setTimeout(SOON), event);
    }

    private void cover(boolean covered) {
        bobsPage()
                .evaluate(
                        "covered => { window.covered = covered; dispatchEvent(new Event(covered ? 'blur' : 'focus')); }",
                        covered);
    }
}
