package chat262.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.proxy.Fault;
import chat262.it.proxy.Proxy;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** The page itself, and what is written on it, without a connection. */
class OfflineIT extends PageTest {
    @Test
    void whatIsWrittenOfflineSurvivesAReloadAndIsSentOnce() {
        BrowserUser ann = signedUp("ann");
        BrowserUser bob = signedUp("bob");
        meet(ann, bob);
        ann.tab().say("before");
        bob.tab().awaitSaid(List.of("before"));
        ann.tab().awaitAllStored();
        awaitCopyOf(ann.tab().page());

        ann.offline(true);
        ann.tab().say("one");
        ann.tab().say("two");
        ann.tab().awaitText("No connection.");
        ann.tab().page().reload();
        ann.tab().awaitSaid(List.of("before", "one", "two"));
        ann.tab().awaitState("two", "Waiting to be sent");

        ann.offline(false);
        ann.tab().awaitAllStored();
        bob.tab().awaitSaid(List.of("before", "one", "two"));
        assertThat(ann.tab().logSays()).containsExactly("before", "one", "two");
    }

    @Test
    void aCopyOfThePageThatFailsIsMadeLater() {
        AtomicInteger pages = new AtomicInteger();
        try (Proxy proxy = Proxy.of(server().url())) {
            // The first is the page itself, what follows its copy, and what the browser repeats of that.
            proxy.inject((method, path) ->
                    path.equals("/") && pages.incrementAndGet() > 1 ? Fault.REQUEST_LOST : Fault.NONE);
            Page page = somebody("ann").tab().page();
            page.navigate(proxy.url().toString());
            page.waitForCondition(() -> proxy.cuts() > 0);
            page.waitForCondition(() -> !registered(page, ""));
            proxy.heal();
            awaitCopyOf(page);
        }
    }

    @Test
    void aPageThatLoadsWhileItsCopyIsMadeOpensWithoutAConnection() {
        CountDownLatch loadsAgain = new CountDownLatch(1);
        try (Proxy proxy = Proxy.of(server().url())) {
            proxy.inject((method, path) -> {
                if (path.equals("/sw.js")) {
                    loadsAgain.await(1, TimeUnit.MINUTES);
                }
                return Fault.NONE;
            });
            BrowserUser ann = somebody("ann");
            Page page = ann.tab().page();
            Page other = ann.newTab().page();
            other.navigate(proxy.url().toString());
            page.navigate(proxy.url().toString());
            AtomicReference<Route> load = new AtomicReference<>();
            page.route("**/", load::set);
            page.evaluate("() => { window.old = true; location.reload(); }");
            page.waitForCondition(() -> load.get() != null);
            loadsAgain.countDown();
            awaitCopyOf(other);
            load.get().resume();
            page.waitForFunction("() => !window.old && document.querySelector('form')");
            assertThat(page.evaluate("() => navigator.serviceWorker.controller"))
                    .as("no worker has taken over what was on its way")
                    .isNull();

            proxy.disconnect();
            page.unroute("**/");
            page.reload();
            assertThat(page.getByLabel("Username")).isVisible();
        }
    }

    @Test
    void aSlowFileIsWaitedForAndNotTakenFromAnOlderCopy() {
        try (Proxy proxy = Proxy.of(server().url())) {
            Page page = somebody("ann").tab().page();
            page.navigate(proxy.url().toString());
            awaitCopyOf(page);
            page.evaluate("async () => (await caches.open('262chat')).put('/app/strings.js', new Response("
                    + "'throw new Error(\"old\")', { headers: { 'Content-Type': 'text/javascript' } }))");
            proxy.inject((method, path) -> {
                if (path.equals("/app/strings.js")) {
                    Thread.sleep(7_000); // longer than the page itself is waited for
                }
                return Fault.NONE;
            });
            page.reload();
            assertThat(page.getByLabel("Username")).isVisible();

            proxy.heal();
            page.waitForCondition(
                    () -> !(boolean) page.evaluate("async () => (await (await caches.match('/app/strings.js'))"
                            + ".text()).includes('Error(\"old\")')"));
            proxy.disconnect();
            page.reload();
            assertThat(page.getByLabel("Username")).isVisible();
        }
    }

    /** Waits until a page can be opened without a connection: its worker is active, even if this load is not its own yet. */
    private static void awaitCopyOf(Page page) {
        page.waitForCondition(() -> registered(page, "?.active"));
    }

    /** Not with waitForFunction, to which a promise is as good as what it promises. */
    private static boolean registered(Page page, String what) {
        return (boolean) page.evaluate("async () => !!(await navigator.serviceWorker.getRegistration())" + what);
    }
}
