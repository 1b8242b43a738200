package chat262.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.client.Person;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.WebSocketRoute;
import com.microsoft.playwright.options.AriaRole;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** The session of several tabs of one browser, and of several browsers of one account. */
class TabSessionsIT extends PageTest {
    /** In ms, before the page would give up a silent stream. */
    private static final double SOON = 30_000;

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
        ann.tab().awaitText("1 message is waiting here and will be sent when " + ann.name() + " logs in again.");
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

    /** To the page, a server that allows several sessions is one that doesn't end the stream of the earlier one. */
    @Test
    void aTabWhoseSessionWasRenewedOpensAStreamOfTheNewOne() {
        BrowserUser ann = somebody("ann");
        Tab second = ann.newTab();
        Page page = ann.tab().page();
        AtomicInteger streams = new AtomicInteger();
        page.routeWebSocket("**/live", browser -> {
            streams.incrementAndGet();
            browser.connectToServer().onClose((code, reason) -> {});
        });
        ann.signUp();
        page.waitForCondition(() -> streams.get() == 1);
        second.logIn(ann.name(), Person.PASSWORD);
        takeOver(second);
        page.waitForCondition(() -> streams.get() == 2, new Page.WaitForConditionOptions().setTimeout(SOON));
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
            live.onClose((code, reason) -> {
                if (code != null) { // the server's end of it, and not the page's
                    ends.add(() -> browser.close(
                            new WebSocketRoute.CloseOptions().setCode(code).setReason(reason)));
                }
            });
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
        page.waitForFunction("() => sessionStorage.getItem('chat-me') === localStorage.getItem('chat-me')");

        List.copyOf(ends).forEach(Runnable::run); // none if the page has gone to the new stream first
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
