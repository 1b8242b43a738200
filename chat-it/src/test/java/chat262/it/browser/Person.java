package chat262.it.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/** Somebody with a browser profile: one set of cookies, one outbox, any number of tabs. */
final class Person {
    static final String PASSWORD = "correct horse";

    private final String name;
    private final BrowserContext context;
    private final List<String> faults = new ArrayList<>();
    private final Tab first;

    Person(String name, BrowserContext context) {
        this.name = name;
        this.context = context;
        context.setDefaultTimeout(Tab.PATIENCE);
        context.onPage(this::watch);
        first = newTab();
    }

    private void watch(Page page) {
        page.onPageError(error -> faults.add(name + ": " + error));
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")
                    || message.text().contains("TrustedHTML")) {
                faults.add(name + ": " + message.text());
            }
        });
    }

    String name() {
        return name;
    }

    BrowserContext context() {
        return context;
    }

    /** The first tab. */
    Tab tab() {
        return first;
    }

    /** Opens a further tab. */
    Tab newTab() {
        Page page = context.newPage();
        page.navigate("/");
        return new Tab(page);
    }

    Person signUp() {
        first.signUp(name, PASSWORD);
        return this;
    }

    void offline(boolean offline) {
        context.setOffline(offline);
    }

    /** Closes the browser; returns what went wrong in its scripts. */
    List<String> leave() {
        context.close();
        return faults;
    }
}
