package chat262.it.browser;

import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.client.Person;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every state of the page at both ends of its widths and in both colour schemes: usable by everybody, nothing cut off. */
class AccessIT extends PageTest {
    private static final Path PICTURES =
            Path.of(System.getProperty("chat.root", ".."), "chat-it", "target", "pictures");

    private String size;

    @ParameterizedTest
    @CsvSource({"360, DARK", "1600, LIGHT"})
    void noStateShutsAnybodyOutOrIsCutOff(int width, ColorScheme scheme) {
        lookAtEverything(width, scheme);
    }

    /** What is cut off depends on the width and what can't be read on the colours, so these add little. */
    @ParameterizedTest
    @CsvSource({"360, LIGHT", "1600, DARK"})
    @EnabledIfSystemProperty(named = "chat.it.full", matches = "true")
    void noStateShutsAnybodyOutOrIsCutOffInTheOtherColours(int width, ColorScheme scheme) {
        lookAtEverything(width, scheme);
    }

    private void lookAtEverything(int width, ColorScheme scheme) {
        size = width + "-" + scheme.name().toLowerCase();
        int height = width < 700 ? 740 : 900;
        BrowserUser ann = somebody(name("Ann"), width, height, scheme);
        BrowserUser bob = signedUp("Bob");
        Page page = ann.tab().page();

        look(ann, "login");
        ann.tab().button("New here? Sign up").click();
        look(ann, "sign-up");
        ann.tab().button("Have an account? Log in").click();
        ann.tab().logIn(ann.name(), Person.PASSWORD);
        ann.tab().awaitText("There is no account with this username and password.");
        look(ann, "login-refused");
        ann.signUp();
        look(ann, "empty");

        page.keyboard().press("Control+k");
        page.getByRole(AriaRole.SEARCHBOX).fill(bob.name());
        page.getByRole(AriaRole.DIALOG).getByText(bob.name()).waitFor();
        look(ann, "search");
        page.keyboard().press("Escape");
        ann.tab().openDirect(bob.name());
        bob.tab().openRoom(ann.name());
        talk(ann, bob);
        look(ann, "conversation");

        String group = name("Walking club ");
        page.navigate("/#/");
        ann.tab().createGroup(group, bob.name());
        bob.tab().openRoom(group);
        bob.tab().say("Where do we meet?");
        ann.tab().awaitText("Where do we meet?");
        look(ann, "group");
        ann.tab().button("Details").click();
        ann.tab().button("Remove " + bob.name()).waitFor();
        look(ann, "details");
        page.keyboard().press("Escape");
        page.keyboard().press("Control+/");
        look(ann, "keys");
        page.keyboard().press("Escape");

        page.navigate("/#/");
        bob.tab().say("At the station, as always.");
        ann.tab().room(group).locator(".count").waitFor();
        look(ann, "rooms");
        ann.tab().button("New group").first().click();
        page.getByLabel("Add a member").fill(bob.name());
        ann.tab().button("Add " + bob.name()).waitFor();
        look(ann, "new-group");
        page.keyboard().press("Escape");
        ann.tab().button("Account and settings").click();
        page.getByText("this one").waitFor();
        ann.tab().button("Change the password").click();
        ann.tab().button("Delete the account …").click();
        look(ann, "account");
        page.keyboard().press("Escape");

        ann.tab().openRoom(bob.name());
        ann.offline(true);
        ann.tab().awaitText("No connection.");
        ann.tab().say("On the train, no network");
        ann.tab().awaitText("Not sent yet.");
        look(ann, "offline");
        ann.offline(false);
        ann.tab().awaitAllStored();
        ann.tab().say("a message with a bell\u0007");
        page.locator(".refusal").waitFor();
        look(ann, "refused");

        BrowserUser thief = somebody(name("Phone"), width, height, scheme);
        thief.tab().logIn(ann.name(), Person.PASSWORD);
        thief.tab().awaitText("You are logged in on another device.");
        look(thief, "elsewhere");
        thief.tab().button("Log the other device out").click();
        ann.tab().awaitText("is logged out here");
        look(ann, "logged-out");
    }

    private static void talk(BrowserUser ann, BrowserUser bob) {
        bob.tab().say("Good morning! Shall we walk on Sunday?");
        bob.tab().say("The forecast says https://example.org/weather/sunday-morning");
        ann.tab().awaitText("The forecast says");
        ann.tab().say("Yes, gladly. I bring the map and the tea 🫖");
        ann.tab().say("🎉");
        bob.tab().awaitText("I bring the map");
        bob.tab().say("صباح الخير يا صديقتي");
        bob.tab().say("Donaudampfschifffahrtsgesellschaft".repeat(4));
        ann.tab().say("<b>bold</b> & \"quoted\" <script>alert(1)</script>");
        ann.tab().say("One\nmessage\nwith lines");
        ann.tab().awaitAllStored();
        bob.tab().awaitText("with lines");
        ann.tab().page().locator(".seen").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.VISIBLE));
    }

    /** Takes a picture, looks for overflow, and lets axe look for the rest. */
    private void look(BrowserUser person, String state) {
        Page page = person.tab().page();
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(state + "-" + size + ".png")));
        assertThat(page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"))
                .as(state + " at " + size + " is not wider than its window")
                .isEqualTo(true);
        assertThat(violations(page)).as(state + " at " + size).isEmpty();
    }

    @SuppressWarnings("unchecked")
    private static List<String> violations(Page page) {
        // The page's policy forbids eval, so the script goes in as the debugger's own.
        if (!Boolean.TRUE.equals(page.evaluate("() => 'axe' in window"))) {
            page.evaluate(AXE + "\n;undefined");
        }
        Map<String, Object> result = (Map<String, Object>) page.evaluate("""
                async () => {
                  const found = await axe.run(document, { resultTypes: ['violations'] });
                  return { violations: found.violations.map(v =>
                    `${v.id}: ${v.help}: ${v.nodes.map(n => n.html.slice(0, 150) + ' ' + n.failureSummary).join(' | ')}`) };
                }""");
        return (List<String>) result.get("violations");
    }

    private static final String AXE = read("/axe.min.js");

    private static String read(String resource) {
        try (InputStream in = AccessIT.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
