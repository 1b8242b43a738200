package chat262.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.process.ServerProcess;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;

/** What every check of the page begins and ends with. */
abstract class PageTest {
    private static final AtomicInteger NAMES = new AtomicInteger();

    private final List<Person> people = new ArrayList<>();

    @BeforeAll
    static void needsAChromium() {
        Assumptions.assumeTrue(
                Stage.chromium().isPresent(), "no Chromium is installed, so the web page is not checked in one");
        PlaywrightAssertions.setDefaultAssertionTimeout(Tab.PATIENCE);
    }

    @AfterEach
    void everybodyLeavesWithoutAScriptError() {
        List<String> faults = new ArrayList<>();
        people.forEach(person -> faults.addAll(person.leave()));
        assertThat(faults)
                .as("script errors and breaches of the content security policy")
                .isEmpty();
    }

    static ServerProcess server() {
        return Stage.get().server();
    }

    /** A name that nobody had before. */
    static String name(String start) {
        return start + NAMES.incrementAndGet();
    }

    /** Somebody with a browser profile of their own, at the login page. */
    Person somebody(String start) {
        return somebody(name(start), 1100, 800, ColorScheme.LIGHT);
    }

    Person somebody(String name, int width, int height, ColorScheme scheme) {
        return enter(new Person(name, Stage.get().browser().newContext(window(width, height, scheme))));
    }

    /** Somebody who has signed up and is logged in, by calls and not by the form, which has checks of its own. */
    Person signedUp(String start) {
        String name = name(start);
        return enter(Person.signedUp(
                name,
                server().url(),
                state -> Stage.get()
                        .browser()
                        .newContext(window(1100, 800, ColorScheme.LIGHT).setStorageState(state))));
    }

    private Person enter(Person person) {
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

    /** Two people who have a direct room open. */
    void meet(Person one, Person other) {
        one.tab().openDirect(other.name());
        other.tab().openRoom(one.name());
    }
}
