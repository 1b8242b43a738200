package chat262.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.WebSocketRoute;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Several tabs of one browser. */
class TabsIT extends PageTest {
    @Test
    void twoTabsShareOneOutboxAndSendEachMessageOnceInTheOrderItWasWritten() {
        BrowserUser ann = signedUp("ann");
        BrowserUser bob = signedUp("bob");
        meet(ann, bob);
        Tab second = ann.newTab();
        List<SendTap> taps = List.of(new SendTap(ann.tab()), new SendTap(second));
        taps.forEach(SendTap::load);
        second.openRoom(bob.name());

        ann.offline(true);
        ann.tab().awaitText("No connection.");
        for (int i = 1; i <= 6; i++) {
            (i % 2 == 0 ? second : ann.tab()).say("message " + i);
            ann.tab().line("message " + i).waitFor();
            second.line("message " + i).waitFor();
        }
        taps.forEach(SendTap::forget);
        ann.offline(false);

        List<String> texts =
                IntStream.rangeClosed(1, 6).mapToObj(i -> "message " + i).toList();
        ann.tab().awaitAllStored();
        second.awaitAllStored();
        bob.tab().awaitSaid(texts);
        assertThat(ann.tab().logSays()).isEqualTo(texts);
        assertThat(taps.stream().flatMap(tap -> tap.sent().stream())).containsExactlyInAnyOrderElementsOf(texts);
    }

    @Test
    void theOtherTabGoesOnSendingWhenTheOneThatDidIsClosed() {
        BrowserUser ann = signedUp("ann");
        BrowserUser bob = signedUp("bob");
        meet(ann, bob);
        Tab second = ann.newTab();
        second.openRoom(bob.name());
        ann.tab().page().close();
        second.say("from the tab that is left");
        second.awaitAllStored();
        bob.tab().awaitSaid(List.of("from the tab that is left"));
    }

    @Test
    void aLeaseThatWasTakenWhileTheClockWasAheadHoldsUpNothing() {
        BrowserUser ann = somebody("ann");
        BrowserUser bob = signedUp("bob");
        // As where the page came neither over TLS nor from this machine.
        ann.context().addInitScript("Object.defineProperty(navigator, 'locks', { get: () => undefined });");
        ann.tab().page().reload();
        ann.signUp();
        meet(ann, bob);
        ann.tab().page().evaluate("""
                async () => {
                  const [{ name }] = await indexedDB.databases();
                  const db = await new Promise((resolve) => {
                    indexedDB.open(name).onsuccess = (event) => resolve(event.target.result);
                  });
                  const meta = db.transaction('meta', 'readwrite').objectStore('meta');
                  const put = meta.put({ owner: 'gone', until: Date.now() + 24 * 3600 * 1000 }, 'lease');
                  await new Promise((resolve) => (put.onsuccess = resolve));
                  db.close();
                }""");
        ann.tab().page().reload();
        ann.tab().awaitIn();
        ann.tab().say("today");
        bob.tab().awaitSaid(List.of("today"));
    }

    @Test
    void whatAnotherTabJournalledBeforeItDiedIsDrawn() {
        BrowserUser ann = signedUp("ann");
        BrowserUser bob = signedUp("bob");
        meet(ann, bob);
        Tab second = bob.newTab();
        second.awaitIn();
        bob.tab().page().addInitScript("BroadcastChannel.prototype.postMessage = () => {};");
        bob.tab().page().reload();
        List<Runnable> late = holdMessages(second);
        second.openRoom(ann.name());
        bob.tab().awaitIn();

        ann.tab().say("hello");
        bob.tab().awaitSaid(List.of("hello"));
        second.page().waitForCondition(() -> !late.isEmpty());
        assertThat(second.lines()).hasCount(0);
        late.forEach(Runnable::run);
        second.awaitSaid(List.of("hello"));
    }

    /** From now on nothing is pushed to a tab but what the check lets through later. */
    private static List<Runnable> holdMessages(Tab tab) {
        List<Runnable> late = new ArrayList<>();
        tab.page().routeWebSocket("**/live", browser -> {
            WebSocketRoute live = browser.connectToServer();
            live.onMessage(frame -> {
                if (frame.text().contains("\"type\":\"message\"")) {
                    late.add(() -> browser.send(frame.text()));
                } else {
                    browser.send(frame.text());
                }
            });
        });
        tab.page().reload();
        return late;
    }

    @Test
    void whoCameIsKnownToATabThatHasItFromAnother() {
        BrowserUser ann = signedUp("ann");
        BrowserUser bob = signedUp("bob");
        BrowserUser cid = signedUp("cid");
        String group = name("Team ");
        ann.tab().createGroup(group, bob.name());
        bob.tab().openRoom(group);
        Tab second = bob.newTab();
        List<Runnable> held = holdMessages(second);
        second.openRoom(group);
        assertThat(second.page().locator(".title small")).hasText("2 members");

        ann.tab().invite(cid.name());
        assertThat(second.page().locator(".event").last()).hasText(cid.name() + " joined.");
        assertThat(second.page().locator(".title small")).hasText("3 members");
        second.page().waitForCondition(() -> !held.isEmpty());
    }
}
