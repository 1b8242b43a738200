package chat262.it.browser;

import chat262.it.client.Answer;
import chat262.it.client.Api;
import chat262.it.client.Fields;
import chat262.it.client.Person;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Tracing;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A person with a browser profile: one set of cookies, one outbox, any number of tabs. */
final class BrowserUser {
    /** Whether to keep what the browser did, for {@code playwright show-trace}. */
    private static final boolean TRACED = System.getProperty("chat.it.trace") != null;

    private final String name;
    private final BrowserContext context;
    private final List<String> faults = new ArrayList<>();
    private final Tab first;

    BrowserUser(String name, BrowserContext context) {
        this.name = name;
        this.context = context;
        context.setDefaultTimeout(Tab.TIMEOUT);
        context.onPage(this::watch);
        if (TRACED) {
            context.tracing()
                    .start(new Tracing.StartOptions().setScreenshots(true).setSnapshots(true));
        }
        first = newTab();
    }

    /**
     * A person who has an account and a session already, with the chat open.
     *
     * @param browser makes a browser profile of cookies and storage, as Playwright writes them
     */
    static BrowserUser signedUp(String name, URI server, Function<String, BrowserContext> browser) {
        Person.register(Api.of(server), name);
        JsonObject account = Fields.of("username", name, "password", Person.PASSWORD);
        Answer login = Api.of(server)
                .with("Origin", server.toString().replaceAll("/$", ""))
                .post("/sessions?cookie=true", account)
                .expect(201);
        BrowserUser person = new BrowserUser(name, browser.apply(storage(server, login)));
        person.tab().awaitIn();
        return person;
    }

    /** What the page keeps of a login. */
    private static String storage(URI server, Answer login) {
        String[] cookie = login.header("Set-Cookie").orElseThrow().split(";")[0].split("=", 2);
        JsonObject me = Fields.of(
                "username", login.text("username"),
                "accountId", login.number("accountId"),
                "sessionId", login.number("sessionId"),
                "epoch", login.text("epoch"));
        return """
                {"cookies": [{"name": "%s", "value": "%s", "domain": "%s", "path": "/", "expires": -1, "httpOnly": true,
                  "secure": false, "sameSite": "Strict"}],
                 "origins": [{"origin": "%s", "localStorage": [{"name": "chat-me", "value": %s}]}]}""".formatted(
                        cookie[0],
                        cookie[1],
                        server.getHost(),
                        server.toString().replaceAll("/$", ""),
                        Json.createValue(me.toString()));
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
        page.navigate("./"); // the server may be below a path
        return new Tab(page);
    }

    BrowserUser signUp() {
        first.signUp(name, Person.PASSWORD);
        return this;
    }

    void offline(boolean offline) {
        context.setOffline(offline);
    }

    /** Closes the browser; returns what went wrong in its scripts. */
    List<String> leave() {
        if (TRACED) {
            context.tracing().stop(new Tracing.StopOptions().setPath(Path.of("target", "traces", name + ".zip")));
        }
        context.close();
        return faults;
    }
}
