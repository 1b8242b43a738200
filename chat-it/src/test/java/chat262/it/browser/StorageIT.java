package chat262.it.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The browser's storage: what happens when it goes away, and when a tab goes away in the middle. */
class StorageIT extends PageTest {
    @Test
    void aPageWhoseStorageWasTakenAwayStartsAnewAndSends() {
        Person ann = signedUp("ann");
        Person bob = signedUp("bob");
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
        Person ann = signedUp("ann");
        Person bob = signedUp("bob");
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
    void whatATabHasWrittenAndNotSaidBeforeItDiedIsSentByAnother() {
        Person ann = signedUp("ann");
        Person bob = signedUp("bob");
        meet(ann, bob);
        ann.tab().page().evaluate("""
                async () => {
                  const { chat } = await import('/app/chat/chat.js');
                  const { state } = await import('/app/state.js');
                  const { write } = await import('/app/store/outbox.js');
                  await write(chat, state.rooms.get(state.view.id), 'left behind');
                }""");
        bob.tab().awaitSaid(List.of("left behind"));
    }
}
