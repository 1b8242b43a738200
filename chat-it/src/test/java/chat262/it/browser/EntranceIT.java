package chat262.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.client.Api;
import chat262.it.client.Fields;
import chat262.it.client.Person;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The ways into the page, and out of it onto paper: links, other addresses, browsers that forbid something, installation. */
class EntranceIT extends PageTest {
    @Test
    void aLinkToARoomSurvivesTheLogin() {
        BrowserUser ann = somebody("ann");
        Person.register(Api.of(server().url()), ann.name());
        Person bob = Person.join(Api.of(server().url()), name("bob"));
        long room = bob.direct(ann.name());
        ann.tab().page().navigate("/#/room/" + room);
        ann.tab().logIn(ann.name(), Person.PASSWORD);
        ann.tab().page().getByLabel("Message to " + bob.name()).waitFor();
        assertThat(ann.tab().roomId()).isEqualTo(room);
        ann.tab().page().navigate("/#/room/" + (room + 1_000_000));
        ann.tab().awaitText("There is no such conversation");
    }

    @Test
    void aWrongAddressIsAPageWithAWayBack() {
        BrowserUser ann = signedUp("ann");
        Page page = ann.tab().page();
        assertThat(page.navigate("/rooms/7").status()).isEqualTo(404);
        ann.tab().awaitText("There is no page at this address.");
        page.getByText("Go to the chat").click();
        ann.tab().awaitIn();
        APIResponse call = page.request().get("/rooms/7");
        assertThat(call.headers()).containsEntry("content-type", "application/problem+json");
    }

    @Test
    void withoutJavaScriptThePageSaysSo() {
        try (BrowserContext context = BrowserFixture.get()
                .browser()
                .newContext(new Browser.NewContextOptions()
                        .setBaseURL(server().url().toString())
                        .setJavaScriptEnabled(false))) {
            Page page = context.newPage();
            page.navigate("/");
            // Not by its text: Playwright does not look into this element.
            assertThat(page.locator("noscript .card")).isInViewport();
            assertThat(page.locator("noscript .card")).containsText("This page needs JavaScript.");
        }
    }

    @Test
    void withoutStorageThePageSaysSo() {
        BrowserUser ann = somebody("ann");
        ann.context().addInitScript("""
                Object.defineProperty(window, 'localStorage', {
                  get() { throw new DOMException('denied', 'SecurityError'); },
                });""");
        ann.tab().page().reload();
        ann.tab().awaitText("This browser does not let this page store anything");
    }

    @Test
    void thePageCanBeInstalled() {
        BrowserUser ann = somebody("ann");
        Page page = ann.tab().page();
        APIResponse answer =
                page.request().get((String) page.locator("link[rel=manifest]").evaluate("link => link.href"));
        assertThat(answer.headers()).containsEntry("content-type", "application/manifest+json");
        JsonObject manifest = Json.createReader(new StringReader(answer.text())).readObject();
        assertThat(manifest.getJsonArray("icons").toString()).contains("192x192", "512x512", "maskable");
        manifest.getJsonArray("icons")
                .getValuesAs(JsonObject.class)
                .forEach(icon -> assertThat(
                                page.request().get("/" + icon.getString("src")).headers())
                        .containsEntry("content-type", icon.getString("type")));
        assertThat(page.request().get("/favicon.ico").ok()).isTrue();
    }

    @Test
    void theWholeConversationIsPrintedAndNothingOfItCountsAsRead() {
        BrowserUser ann = signedUp("ann");
        Person bob = Person.join(Api.of(server().url()), name("bob"));
        long room = bob.direct(ann.name());
        for (int i = 1; i <= 600; i++) {
            bob.api()
                    .keyed(UUID.randomUUID().toString())
                    .post("/rooms/" + room + "/messages", Fields.of("body", "line " + i))
                    .expect(201);
        }
        Page page = ann.tab().page();
        page.evaluate("() => { window.print = () => { window.printed = true; }; }");
        ann.tab().openRoom(bob.name());
        ann.tab().line("line 1").waitFor();
        page.keyboard().press("Control+p");
        page.waitForFunction("() => window.printed");
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(page.locator(".line .body:visible")).hasCount(600);
        assertThat(page.locator(".composer")).isHidden();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        page.evaluate("() => dispatchEvent(new Event('afterprint'))");
        assertThat(page.locator(".printout")).hasCount(0);
        assertThat(ann.tab().cursor()).isLessThan(100);
    }

    @Test
    void aFileThatIsDroppedIsRefusedInWordsAndDoesNotReplaceThePage() {
        BrowserUser ann = signedUp("ann");
        boolean refused = (boolean) ann.tab().page().evaluate("""
                () => {
                  const files = new DataTransfer();
                  files.items.add(new File(['x'], 'cat.png', { type: 'image/png' }));
                  const happens = (type) => !document.querySelector('nav').dispatchEvent(
                      new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: files }));
                  return happens('dragover') && happens('drop');
                }""");
        assertThat(refused).isTrue();
        ann.tab().awaitText("Files and pictures cannot be sent, only text.");
    }
}
