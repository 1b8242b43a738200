package chat262.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.process.ServerProcess;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/** The beginning and the end of every test of the page. */
abstract class PageTest {
    private static final AtomicInteger NAMES = new AtomicInteger();

    private final List<BrowserUser> people = new ArrayList<>();

    @BeforeAll
    static void needsAChromium() {
        Assumptions.assumeTrue(
                BrowserFixture.chromium().isPresent(),
                "no Chromium is installed, so the web page is not checked in one");
        PlaywrightAssertions.setDefaultAssertionTimeout(Tab.TIMEOUT);
    }

    @BeforeEach
    void theServerRuns() {
        server().ensureRunning();
    }

    @AfterEach
    void allLeaveWithoutAScriptError() {
        List<String> faults = new ArrayList<>();
        people.forEach(person -> faults.addAll(person.leave()));
        assertThat(faults)
                .as("script errors and breaches of the content security policy")
                .isEmpty();
    }

    static ServerProcess server() {
        return BrowserFixture.get().server();
    }

    /** An unused name. */
    static String name(String start) {
        return start + NAMES.incrementAndGet();
    }

    /** A user with a new browser profile, at the login page. */
    BrowserUser somebody(String start) {
        return somebody(name(start), 1100, 800, ColorScheme.LIGHT);
    }

    BrowserUser somebody(String name, int width, int height, ColorScheme scheme) {
        return enter(new BrowserUser(name, BrowserFixture.get().browser().newContext(window(width, height, scheme))));
    }

    /** A user with a new browser profile, at the login page of a server that has this address. */
    BrowserUser somebodyAt(URI address, String start) {
        Browser.NewContextOptions window = window(1100, 800, ColorScheme.LIGHT)
                .setBaseURL(address.toString())
                .setIgnoreHTTPSErrors(true);
        return enter(new BrowserUser(name(start), BrowserFixture.get().browser().newContext(window)));
    }

    /** A user who is logged in, by calls: the form has tests of its own. */
    BrowserUser signedUp(String start) {
        return signedUp(start, window(1100, 800, ColorScheme.LIGHT));
    }

    /** A user who is logged in on a phone. */
    BrowserUser signedUpOnAPhone(String start) {
        return signedUp(
                start, window(360, 740, ColorScheme.LIGHT).setIsMobile(true).setHasTouch(true));
    }

    private BrowserUser signedUp(String start, Browser.NewContextOptions window) {
        return enter(BrowserUser.signedUp(
                name(start),
                server().url(),
                state -> BrowserFixture.get().browser().newContext(window.setStorageState(state))));
    }

    private BrowserUser enter(BrowserUser person) {
        people.add(person);
        return person;
    }

    private static Browser.NewContextOptions window(int width, int height, ColorScheme scheme) {
        return new Browser.NewContextOptions()
                .setBaseURL(server().url().toString())
                .setViewportSize(width, height)
                .setLocale("en-GB")
                .setColorScheme(scheme);
    }

    /** Opens the direct room of two users. */
    void meet(BrowserUser one, BrowserUser other) {
        one.tab().openDirect(other.name());
        other.tab().openRoom(one.name());
    }
}
