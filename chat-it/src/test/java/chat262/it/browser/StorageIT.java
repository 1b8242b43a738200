package chat262.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The browser's storage: what happens when it goes away, and when a tab goes away in the middle. */
class StorageIT extends PageTest {
    @Test
    void aPageWhoseStorageWasTakenAwayStartsAnewAndSends() {
        BrowserUser ann = signedUp("ann");
        BrowserUser bob = signedUp("bob");
        meet(ann, bob);
        ann.tab().say("before");
        ann.tab().awaitAllStored();
        startsAnew(ann.tab().page(), () -> {
            JsonObject what = new JsonObject();
            what.addProperty("origin", server().url().toString());
            what.addProperty("storageTypes", "indexeddb");
            ann.context().newCDPSession(ann.tab().page()).send("Storage.clearDataForOrigin", what);
        });
        ann.tab().say("after");
        bob.tab().awaitSaid(List.of("before", "after"));
    }

    @Test
    void aPageWhoseStorageAnotherTabChangesStartsAnewAndSends() {
        BrowserUser ann = signedUp("ann");
        BrowserUser bob = signedUp("bob");
        meet(ann, bob);
        Page other = ann.newTab().page();
        other.navigate("/icon.svg");
        startsAnew(
                ann.tab().page(),
                () -> other.evaluate("async () => { for (const { name } of await indexedDB.databases())"
                        + " indexedDB.deleteDatabase(name); }"));
        ann.tab().say("after");
        bob.tab().awaitSaid(List.of("after"));
    }

    private static void startsAnew(Page page, Runnable cause) {
        page.evaluate("() => { window.old = true; }");
        cause.run();
        page.waitForFunction("() => !window.old && document.querySelector('.composer')");
    }

    @Test
    void aMessageWhosePageGoesBeforeItIsInTheOutboxIsADraftAgain() {
        BrowserUser ann = signedUp("ann");
        BrowserUser bob = signedUp("bob");
        meet(ann, bob);
        ann.tab().awaitAllStored();
        Page other = ann.newTab().page();
        other.navigate("/icon.svg");
        other.evaluate(HOLD_OUTBOX);
        ann.tab().composer().fill("not yet kept");
        ann.tab().composer().press("Enter");
        assertThat(ann.tab().composer()).hasValue("");
        ann.tab().page().reload();
        other.evaluate("() => { window.held = false; }");

        assertThat(ann.tab().composer()).hasValue("not yet kept");
        ann.tab().composer().press("Enter");
        bob.tab().awaitSaid(List.of("not yet kept"));
        ann.tab().awaitAllStored();
        ann.tab().page().reload();
        ann.tab().awaitSaid(List.of("not yet kept"));
        assertThat(ann.tab().composer()).hasValue("");
    }

    /** Makes all that the other tabs want of the outbox wait until {@code held} is false. */
    private static final String HOLD_OUTBOX = """
            async () => {
              const [{ name }] = await indexedDB.databases();
              const db = await new Promise((resolve) => {
                indexedDB.open(name).onsuccess = (event) => resolve(event.target.result);
              });
              window.held = true;
              const outbox = db.transaction('outbox', 'readwrite').objectStore('outbox');
              await new Promise((holds) => {
                const hold = () => {
                  holds();
                  if (window.held) outbox.count().onsuccess = hold;
                  else db.close();
                };
                outbox.count().onsuccess = hold;
              });
            }""";

    @Test
    void aMessageWhosePageGoesJustAfterItIsInTheOutboxIsSentAndNoDraft() {
        BrowserUser ann = signedUp("ann");
        BrowserUser bob = signedUp("bob");
        ann.context().addInitScript("""
                const remove = Storage.prototype.removeItem;
                Storage.prototype.removeItem = function (name) {
                  if (!name.startsWith('chat-sending:')) remove.call(this, name);
                };""");
        ann.tab().page().reload();
        ann.tab().awaitIn();
        meet(ann, bob);
        ann.tab().say("kept");
        bob.tab().awaitSaid(List.of("kept"));
        ann.tab().page().reload();
        ann.tab().awaitSaid(List.of("kept"));
        assertThat(ann.tab().composer()).hasValue("");
        assertThat(ann.tab().logSays()).containsExactly("kept");
    }

    @Test
    void whatATabHasWrittenAndNotSaidBeforeItDiedIsSentByAnother() {
        BrowserUser ann = signedUp("ann");
        BrowserUser bob = signedUp("bob");
        meet(ann, bob);
        ann.tab().page().evaluate("""
                async () => {
                  const { chat } = await import('/app/chat/chat.js');
                  const { state } = await import('/app/state.js');
                  const { newKey, write } = await import('/app/store/outbox.js');
                  await write(chat, state.rooms.get(state.view.id), newKey(), 'left behind');
                }""");
        bob.tab().awaitSaid(List.of("left behind"));
    }
}
