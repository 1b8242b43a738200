package chat262.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.client.Person;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.WebSocketRoute;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Several tabs of one browser, and several browsers of one account. */
class TabsIT extends PageTest {
    @Test
    void twoTabsShareOneOutboxAndSendEachMessageOnceInTheOrderItWasWritten() {
        BrowserUser ann = signedUp("ann");
        BrowserUser bob = signedUp("bob");
        meet(ann, bob);
        Tab second = ann.newTab();
        second.openRoom(bob.name());
        List<String> posted = Collections.synchronizedList(new ArrayList<>());
        ann.context().onRequest(request -> {
            if (request.method().equals("POST") && request.url().endsWith("/messages")) {
                posted.add(request.postData());
            }
        });

        ann.offline(true);
        ann.tab().awaitText("No connection.");
        for (int i = 1; i <= 6; i++) {
            (i % 2 == 0 ? second : ann.tab()).say("message " + i);
            ann.tab().line("message " + i).waitFor();
            second.line("message " + i).waitFor();
        }
        posted.clear();
        ann.offline(false);

        List<String> texts =
                IntStream.rangeClosed(1, 6).mapToObj(i -> "message " + i).toList();
        ann.tab().awaitAllStored();
        second.awaitAllStored();
        bob.tab().awaitSaid(texts);
        assertThat(ann.tab().logSays()).isEqualTo(texts);
        assertThat(posted.stream().distinct().toList()).isEqualTo(posted).hasSize(6);
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

    @Test
    void aTabWhoseCookieBecameSomebodyElsesDoesNothingInTheirName() {
        BrowserUser ann = somebody("ann");
        BrowserUser bob = signedUp("bob");
        String eve = name("eve");
        Tab other = ann.newTab();
        ann.signUp();
        ann.tab().openDirect(bob.name());
        ann.offline(true);
        ann.tab().say("by Ann");
        ann.tab().awaitState("by Ann", "Waiting to be sent");
        ann.offline(false);
        other.signUp(eve, Person.PASSWORD);

        ann.tab().awaitText("In another tab this browser logged in as " + eve);
        assertThat(ann.tab().composer()).hasCount(0);
        other.openDirect(bob.name());
        other.say("by Eve");
        other.awaitAllStored();
        assertThat(other.logSays()).containsExactly("by Eve");
        assertThat(other.log())
                .allSatisfy(entry -> assertThat(entry.getString("sender")).isEqualTo(eve));

        ann.tab().page().getByLabel("Password").fill(Person.PASSWORD);
        ann.tab().button("Log in").click();
        takeOver(ann.tab());
        ann.tab().openRoom(bob.name());
        ann.tab().awaitSaid(List.of("by Ann"));
        ann.tab().awaitAllStored();
        assertThat(ann.tab().log())
                .singleElement()
                .satisfies(entry -> assertThat(entry.getString("sender")).isEqualTo(ann.name()));
        other.awaitText("In another tab this browser logged in as " + ann.name());
    }

    private static void takeOver(Tab tab) {
        tab.awaitText("You are logged in on another device.");
        tab.button("Log the other device out").click();
        tab.awaitIn();
    }

    @Test
    void whoLogsInOnAnotherDeviceLogsThisOneOutAndWhatWaitedIsSentAtTheNextLogin() {
        BrowserUser ann = signedUp("ann");
        BrowserUser bob = signedUp("bob");
        meet(ann, bob);
        ann.tab().say("before");
        ann.tab().awaitAllStored();
        ann.offline(true);
        ann.tab().say("waited");
        ann.tab().awaitState("waited", "Waiting to be sent");

        BrowserUser phone = somebody("phone");
        phone.tab().logIn(ann.name(), Person.PASSWORD);
        takeOver(phone.tab());
        phone.tab().openRoom(bob.name());
        phone.tab().awaitSaid(List.of("before"));
        ann.offline(false);

        ann.tab().awaitText(ann.name() + " is logged out here");
        ann.tab().awaitText("1 message waits here and will be sent when " + ann.name() + " logs in again.");
        ann.tab().page().getByLabel("Password").fill(Person.PASSWORD);
        ann.tab().button("Log in").click();
        takeOver(ann.tab());
        ann.tab().openRoom(bob.name());
        ann.tab().awaitSaid(List.of("before", "waited"));
        ann.tab().awaitAllStored();
        bob.tab().awaitSaid(List.of("before", "waited"));
    }

    @Test
    void aTabOfTheSameAccountGoesOnAfterItLoggedInAgainInAnother() {
        BrowserUser ann = somebody("ann");
        BrowserUser bob = signedUp("bob");
        Tab second = ann.newTab();
        ann.signUp();
        ann.tab().openDirect(bob.name());
        second.logIn(ann.name(), Person.PASSWORD);
        takeOver(second);
        ann.tab().say("still here");
        ann.tab().awaitAllStored();
        assertThat(ann.tab().logSays()).containsExactly("still here");
    }

    @Test
    void anAnswerForTheOldSessionThatComesLateLogsNobodyOut() {
        BrowserUser ann = somebody("ann");
        BrowserUser bob = signedUp("bob");
        Tab second = ann.newTab();
        Page page = ann.tab().page();
        List<Runnable> ends = new ArrayList<>();
        page.routeWebSocket("**/live", browser -> {
            WebSocketRoute live = browser.connectToServer();
            live.onClose((code, reason) -> ends.add(() -> browser.close(
                    new WebSocketRoute.CloseOptions().setCode(code).setReason(reason))));
        });
        ann.signUp();
        ann.tab().openDirect(bob.name());
        AtomicReference<Route> late = new AtomicReference<>();
        page.route("**/accounts?match=*", late::set);
        page.keyboard().press("Control+k");
        page.getByRole(AriaRole.SEARCHBOX).fill("somebody");
        page.waitForCondition(() -> late.get() != null);
        second.logIn(ann.name(), Person.PASSWORD);
        takeOver(second);
        page.waitForCondition(() -> !ends.isEmpty());
        page.waitForFunction("() => sessionStorage.getItem('chat-me') === localStorage.getItem('chat-me')");

        ends.forEach(Runnable::run);
        page.waitForTimeout(6_000); // until nobody would still think of the old one
        page.waitForResponse("**/accounts?match=*", () -> late.get().resume());
        page.keyboard().press("Escape");
        ann.tab().say("still here");
        ann.tab().awaitAllStored();
        assertThat(ann.tab().logSays()).containsExactly("still here");
    }

    @Test
    void loggingOutLogsAllTabsOutAndForgetsWhoItWas() {
        BrowserUser ann = signedUp("ann");
        Tab second = ann.newTab();
        second.awaitIn();
        ann.tab().button("Account and settings").click();
        ann.tab().button("Log out").click();
        ann.tab().button("Log in").waitFor();
        second.button("Log in").waitFor();
        Tab third = ann.newTab();
        third.button("Log in").waitFor();
        assertThat(third.page().getByLabel("Username")).hasValue("");
    }

    @Test
    void aDeviceCanBeSeenButNotLoggedOutByItself() {
        BrowserUser ann = signedUp("ann");
        ann.tab().button("Account and settings").click();
        Page page = ann.tab().page();
        assertThat(page.getByText("this one")).isVisible();
        assertThat(page.locator("dialog li button")).hasCount(0);
    }
}
