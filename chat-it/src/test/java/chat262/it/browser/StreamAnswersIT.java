package chat262.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.client.Fields;
import chat262.it.client.Person;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocketRoute;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the server can answer to a message over the live stream, and what the page makes of it. */
class StreamAnswersIT extends DirectRoomTest {
    private static final long NEARLY_A_SECOND = 900;

    @Test
    void aMessageThatIsOnlySaidToBeStoredIsShownSoAndTheNextIsSent() {
        SendTap tap = new SendTap(ann.tab());
        tap.filterAnswers((answer, page) -> {
            if (!answer.getString("body", "").equals("one")) {
                return true;
            }
            page.send(stored(answer));
            return false;
        });
        tap.load();
        ann.tab().say("one");
        ann.tab().awaitState("one", "Stored");
        ann.tab().say("two");
        ann.tab().awaitAllStored();
        ann.tab().awaitSaid(List.of("one", "two"));
        assertThat(ann.tab().logSays()).containsExactly("one", "two");
        assertThat(tap.overTheStream()).containsExactly("one", "two");
        assertThat(tap.byCalls()).isEmpty();
    }

    private static String stored(JsonObject entry) {
        return Fields.of(
                        "type", "stored",
                        "room", entry.getInt("room"),
                        "key", entry.getString("key"),
                        "seq", entry.getInt("seq"),
                        "sentAt", entry.getString("sentAt"),
                        "repeat", false)
                .toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"slow-down", "overloaded"})
    void aMessageThatTheServerHasNoTimeForIsRepeatedWhenItSays(String slug) {
        SendTap tap = new SendTap(ann.tab());
        List<Long> times = new ArrayList<>();
        tap.filterSends((send, page) -> {
            times.add(System.nanoTime());
            boolean isFirst = times.size() == 1;
            if (isFirst) {
                page.send(SendTap.refusal(send, slug));
            }
            return !isFirst;
        });
        tap.load();
        ann.tab().say("one");
        ann.tab().say("two");
        bob.tab().awaitSaid(List.of("one", "two"));
        ann.tab().awaitAllStored();
        assertThat(ann.tab().logSays()).containsExactly("one", "two");
        assertThat(tap.overTheStream()).containsExactly("one", "one", "two");
        assertThat(tap.frames().get(1)).isEqualTo(tap.frames().get(0));
        assertThat(TimeUnit.NANOSECONDS.toMillis(times.get(1) - times.get(0))).isGreaterThan(NEARLY_A_SECOND);
    }

    @Test
    void aMessageThatIsRefusedForGoodReadsTheSameWhicheverWayItWent() {
        SendTap tap = new SendTap(ann.tab());
        tap.load();
        ann.tab().say("over the stream\u0007");
        ann.tab().page().locator(".refusal").waitFor();
        assertThat(tap.overTheStream()).containsExactly("over the stream\u0007");
        assertThat(tap.byCalls()).isEmpty();

        tap.filterSends(tap::leaveToCalls);
        ann.tab().say("by a call\u0007");
        assertThat(ann.tab().page().locator(".refusal")).hasCount(2);
        assertThat(tap.byCalls()).containsExactly("by a call\u0007");
        List<String> refusals = ann.tab().page().locator(".refusal").allTextContents();
        assertThat(refusals.get(0)).contains("Not sent: ").isEqualTo(refusals.get(1));
    }

    @Test
    void aTabThatIsRefusedAsLoggedOutStopsAndSendsAfterwards() {
        SendTap tap = new SendTap(ann.tab());
        tap.filterSends((send, page) -> {
            page.send(SendTap.refusal(send, "not-logged-in"));
            return false;
        });
        tap.load();
        ann.tab().composer().fill("waits");
        ann.tab().composer().press("Enter"); // the line goes with the room as soon as the refusal comes
        ann.tab().awaitText(ann.name() + " is logged out here");
        tap.filterSends((send, page) -> true);
        ann.tab().page().reload();
        bob.tab().awaitSaid(List.of("waits"));
        ann.tab().awaitAllStored();
        assertThat(ann.tab().logSays()).containsExactly("waits");
    }

    /** The first tab does not notice the login in the second one by itself, so that the refusal comes first. */
    @Test
    void aRefusalForTheOldSessionLogsNobodyOut() {
        BrowserUser cleo = somebody("cleo");
        Page page = cleo.tab().page();
        page.addInitScript("addEventListener('storage', (event) => event.stopImmediatePropagation());");
        AtomicReference<Runnable> refusal = new AtomicReference<>();
        page.routeWebSocket("**/live", browser -> {
            WebSocketRoute live = browser.connectToServer();
            live.onClose((code, reason) -> {});
            browser.onMessage(frame -> {
                if (refusal.get() == null && frame.text().contains("\"type\":\"send\"")) {
                    JsonObject send = SendTap.json(frame.text());
                    refusal.set(() -> browser.send(SendTap.refusal(send, "not-logged-in")));
                } else {
                    live.send(frame.text());
                }
            });
        });
        Tab second = cleo.newTab();
        cleo.signUp();
        cleo.tab().openDirect(bob.name());
        cleo.tab().say("still here");
        page.waitForCondition(() -> refusal.get() != null);
        second.logIn(cleo.name(), Person.PASSWORD);
        second.awaitText("You are logged in on another device.");
        second.button("Log the other device out").click();
        second.awaitIn();

        refusal.get().run();
        cleo.tab().awaitAllStored();
        assertThat(cleo.tab().logSays()).containsExactly("still here");
    }

    /** Whatever comes first to the page, the entry or the answer. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aMessageIsOnScreenOnceAndAllTheTimeAndNeverWaitsAgain(boolean overTheStream) {
        SendTap tap = new SendTap(ann.tab());
        if (!overTheStream) {
            tap.filterSends(tap::leaveToCalls);
        }
        tap.load();
        ann.tab().page().evaluate(WATCH);
        for (int i = 1; i <= 20; i++) {
            ann.tab().say("line " + i);
        }
        ann.tab().awaitAllStored();
        assertThat((List<?>) ann.tab().page().evaluate("() => window.flaws")).isEmpty();
    }

    /** Looks at the lines after every change of the page. */
    private static final String WATCH = """
            () => {
              window.flaws = [];
              let before = new Map();
              const look = () => {
                const now = new Map();
                for (const line of document.querySelectorAll('.line.own')) {
                  const text = line.querySelector('.body').textContent;
                  if (now.has(text)) window.flaws.push(`${text} is there twice`);
                  now.set(text, Boolean(line.querySelector('.is-waiting')));
                }
                for (const [text, waited] of before) {
                  if (!now.has(text)) window.flaws.push(`${text} is gone`);
                  else if (now.get(text) && !waited) window.flaws.push(`${text} waits again`);
                }
                before = now;
              };
              new MutationObserver(look).observe(document.body, { attributes: true, childList: true, subtree: true });
            }""";
}
