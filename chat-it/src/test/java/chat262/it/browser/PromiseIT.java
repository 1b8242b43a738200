package chat262.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.client.KeyShape;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.WebSocketRoute;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Exactly once and in order, whatever happens to the connection, the server or the page. */
class PromiseIT extends PageTest {
    @Test
    void nothingIsLostOrDoubledWhenTheServerIsKilledUnderAnOpenPage() {
        BrowserUser ann = signedUp("ann");
        BrowserUser bob = signedUp("bob");
        meet(ann, bob);
        List<String> texts =
                IntStream.rangeClosed(1, 30).mapToObj(i -> "line " + i).toList();
        for (String text : texts) {
            if (text.equals("line 15")) {
                server().kill();
            }
            ann.tab().say(text);
        }
        ann.tab().awaitText("No connection.");
        server().start();

        ann.tab().awaitAllStored();
        bob.tab().awaitSaid(texts);
        ann.tab().awaitSaid(texts);
        assertThat(ann.tab().logSays()).isEqualTo(texts);
    }

    @Test
    void aCallWhoseAnswerIsLostIsRepeatedUnderItsKeyAndStoredOnce() {
        BrowserUser ann = signedUp("ann");
        BrowserUser bob = signedUp("bob");
        meet(ann, bob);
        AtomicInteger lost = new AtomicInteger();
        SendTap.callsOnly(ann.tab());
        ann.tab().page().route("**/rooms/*/messages", route -> {
            if (route.request().method().equals("POST") && lost.incrementAndGet() <= 2) {
                route.fetch();
                route.abort();
            } else {
                route.resume();
            }
        });
        ann.tab().say("once");
        ann.tab().say("then this");
        ann.tab().awaitAllStored();
        bob.tab().awaitSaid(List.of("once", "then this"));
        assertThat(ann.tab().logSays()).containsExactly("once", "then this");
        assertThat(lost.get()).as("the first answers were lost").isGreaterThanOrEqualTo(2);
    }

    @Test
    void theKeysOfMessagesBeginWithTheTime() {
        BrowserUser ann = signedUp("ann");
        BrowserUser bob = signedUp("bob");
        meet(ann, bob);
        SendTap tap = new SendTap(ann.tab());
        tap.load();
        ann.tab().say("one");
        bob.tab().awaitSaid(List.of("one"));
        ann.tab().say("two");
        bob.tab().awaitSaid(List.of("one", "two"));
        assertThat(tap.frames().stream().map(frame -> frame.getString("key")).toList())
                .hasSize(2)
                .allMatch(KeyShape::isTimed)
                .isSorted();
    }

    @Test
    void aMessageWhoseRoomIsLeftAtOnceIsSentOnceAndNotGivenBackToBeSentAgain() {
        BrowserUser ann = signedUp("ann");
        BrowserUser bob = signedUp("bob");
        meet(ann, bob);
        ann.tab().composer().fill("on the way out");
        ann.tab()
                .page()
                .evaluate("() => { document.querySelector('.composer textarea').form.requestSubmit();"
                        + " location.hash = '#/'; }");
        bob.tab().awaitSaid(List.of("on the way out"));

        assertThat(ann.tab().page().getByText("could not store the message")).hasCount(0);
        ann.tab().openRoom(bob.name());
        ann.tab().awaitSaid(List.of("on the way out"));
        assertThat(ann.tab().composer()).hasValue("");
    }

    @Test
    void aFetchThatFailsOnceIsRepeatedThoughTheStreamIsUp() {
        BrowserUser ann = signedUp("ann");
        BrowserUser bob = somebody("bob");
        AtomicInteger notFetched = new AtomicInteger();
        bob.tab().page().route("**/messages?after=*", route -> {
            if (notFetched.getAndIncrement() == 0) {
                route.abort();
            } else {
                route.resume();
            }
        });
        AtomicInteger notPushed = new AtomicInteger();
        bob.tab().page().routeWebSocket("**/live", browser -> {
            WebSocketRoute live = browser.connectToServer();
            live.onMessage(frame -> {
                if (!frame.text().contains("\"one\"") || notPushed.getAndIncrement() > 0) {
                    browser.send(frame.text());
                }
            });
        });
        bob.signUp();
        meet(ann, bob);
        ann.tab().say("one");
        ann.tab().say("two");
        bob.tab().awaitSaid(List.of("one", "two"));
        assertThat(notPushed.get()).as("one was lost on the stream").isPositive();
        assertThat(notFetched.get()).as("what was lost was fetched again").isGreaterThan(1);
    }

    @Test
    void aRoomThatMovesUpWhileTheListIsReadPageByPageStaysOpen() {
        BrowserUser ann = somebody("ann");
        BrowserUser bob = signedUp("bob");
        BrowserUser cid = signedUp("cid");
        ann.tab().page().routeWebSocket("**/live", WebSocketRoute::close); // so the list is asked for
        ann.signUp();
        ann.tab().openDirect(bob.name());
        ann.tab().openDirect(cid.name());
        ann.tab().openRoom(bob.name());
        bob.tab().openRoom(ann.name());
        Page page = ann.tab().page();
        page.evaluate("""
                () => {
                  window.wasLeft = false;
                  const look = () => (window.wasLeft ||= !document.querySelector('.composer'));
                  new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
                }""");
        AtomicReference<Route> second = new AtomicReference<>();
        page.route("**/rooms?limit=500*", route -> {
            if (!route.request().url().contains("page=") || !second.compareAndSet(null, route)) {
                oneRoomAtATime(route);
            }
        });
        page.waitForCondition(() -> second.get() != null);
        bob.tab().say("up");
        bob.tab().awaitAllStored();
        oneRoomAtATime(second.get());
        ann.tab().awaitSaid(List.of("up"));
        assertThat(page.evaluate("() => window.wasLeft")).isEqualTo(false);
    }

    private static void oneRoomAtATime(Route route) {
        route.resume(new Route.ResumeOptions().setUrl(route.request().url().replace("limit=500", "limit=1")));
    }

    @Test
    void aRefusedMessageSaysWhyAndDoesNotHoldUpTheNext() {
        BrowserUser ann = signedUp("ann");
        BrowserUser bob = signedUp("bob");
        meet(ann, bob);
        ann.tab().say("with a bell\u0007");
        ann.tab().say("without");
        bob.tab().awaitSaid(List.of("without"));
        assertThat(ann.tab().page().locator(".refusal")).containsText("Not sent: ");

        ann.tab().button("Edit and send again").click();
        assertThat(ann.tab().composer()).hasValue("with a bell\u0007");
        ann.tab().say("with no bell");
        bob.tab().awaitSaid(List.of("without", "with no bell"));
        ann.tab().awaitSaid(List.of("without", "with no bell"));
    }

    @Test
    void whatWasWrittenForAGroupThatThrewOneOutIsShownAsNotSent() {
        BrowserUser ann = signedUp("ann");
        BrowserUser bob = signedUp("bob");
        String group = name("Team ");
        ann.tab().createGroup(group, bob.name());
        bob.tab().openRoom(group);
        bob.offline(true);
        bob.tab().say("too late");
        bob.tab().awaitState("too late", "Waiting to be sent");
        ann.tab().button("Details").click();
        ann.tab().button("Remove " + bob.name()).click();
        ann.tab().button("Remove from the group").click();
        assertThat(ann.tab().page().getByText("1 member").first()).isVisible();
        bob.offline(false);

        bob.tab().button("1 message was not sent").click();
        assertThat(bob.tab().page().locator("dialog .unsent .body")).hasText("too late");
        bob.tab().button("Discard").click();
        bob.tab().button("Close").click();
        assertThat(bob.tab().button("1 message was not sent")).hasCount(0);
        assertThat(bob.tab().room(group)).hasCount(0);
    }
}
