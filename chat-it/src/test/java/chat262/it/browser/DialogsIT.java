package chat262.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.client.Person;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** Dialogs: they do what is asked for and nothing else, ask before it, and lose neither a text nor the focus. */
class DialogsIT extends PageTest {
    @Test
    void enterInvitesWhoseNameStandsInTheFieldAndNotWhomAnEarlierTextOffered() {
        BrowserUser ann = signedUp("ann");
        BrowserUser bob = signedUp("bob");
        BrowserUser eve = signedUp("eve");
        BrowserUser ted = signedUp("ted");
        ann.tab().createGroup(name("Team "), bob.name());
        Page page = ann.tab().page();
        ann.tab().button("Details").click();
        Locator field = page.getByLabel("Invite a person");
        field.fill(eve.name());
        ann.tab().button("Add " + eve.name()).waitFor();

        AtomicReference<Route> search = new AtomicReference<>();
        page.route("**/accounts?match=*", search::set);
        field.fill(ted.name());
        field.press("Enter");
        page.waitForCondition(() -> search.get() != null);
        assertThat(ann.tab().button("Add " + eve.name())).hasCount(0);
        search.get().resume();
        ann.tab().button("Add " + ted.name()).waitFor();
        field.press("Enter");
        ann.tab().button("Remove " + ted.name()).waitFor();
        assertThat(ann.tab().button("Remove " + eve.name())).hasCount(0);
    }

    @Test
    void anAnswerThatComesAfterItsDialogWasClosedOpensNothing() {
        BrowserUser ann = signedUp("ann");
        BrowserUser bob = signedUp("bob");
        BrowserUser cid = signedUp("cid");
        ann.tab().openDirect(bob.name());
        Page page = ann.tab().page();
        AtomicReference<Route> opening = new AtomicReference<>();
        page.route("**/rooms/direct/*", opening::set);
        page.keyboard().press("Control+k");
        page.getByRole(AriaRole.SEARCHBOX).fill(cid.name());
        page.getByRole(AriaRole.DIALOG)
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(cid.name()))
                .click();
        page.waitForCondition(() -> opening.get() != null);
        page.keyboard().press("Escape");
        opening.get().resume();
        ann.tab().room(cid.name()).waitFor();
        assertThat(ann.tab().room(bob.name())).hasAttribute("aria-current", "page");
    }

    @Test
    void aDialogStaysWhenASelectionEndsBesideItAndWhenATextWouldBeLost() {
        BrowserUser ann = signedUp("ann");
        Page page = ann.tab().page();
        ann.tab().button("New group").first().click();
        Locator name = page.getByLabel("Name of the group");
        BoundingBox box = name.boundingBox();
        page.mouse().move(box.x + 20, box.y + 20);
        page.mouse().down();
        page.mouse().move(5, 300);
        page.mouse().up();
        assertThat(name).isVisible();
        name.fill("Walking club");
        page.mouse().click(5, 300);
        assertThat(name).hasValue("Walking club");
        name.fill("");
        page.mouse().click(5, 300);
        assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
    }

    @Test
    void backClosesTheDialogAndThenLeavesTheRoom() {
        BrowserUser ann = signedUp("ann");
        BrowserUser bob = signedUp("bob");
        BrowserUser cid = signedUp("cid");
        ann.tab().openDirect(bob.name());
        ann.tab().openDirect(cid.name());
        Page page = ann.tab().page();
        ann.tab().button("Details").click();
        page.goBack();
        assertThat(page.getByRole(AriaRole.DIALOG)).hasCount(0);
        assertThat(ann.tab().room(cid.name())).hasAttribute("aria-current", "page");

        ann.tab().button("Details").click();
        page.keyboard().press("Escape");
        page.goBack();
        assertThat(ann.tab().room(bob.name())).hasAttribute("aria-current", "page");
    }

    @Test
    void theFocusIsNeverLost() {
        BrowserUser ann = somebody("ann");
        BrowserUser bob = signedUp("bob");
        BrowserUser cid = signedUp("cid");
        assertThat(ann.tab().focused()).isEqualTo("Username");
        ann.tab().logIn(ann.name(), Person.PASSWORD);
        ann.tab().awaitText("There is no account with this username and password.");
        assertThat(ann.tab().focused()).isEqualTo("Password");
        ann.signUp();
        awaitFocus(ann, "Rooms");

        String group = name("Team ");
        ann.tab().createGroup(group, bob.name(), cid.name());
        ann.tab().composer().fill("hello");
        ann.tab().button("Send").click();
        ann.tab().awaitAllStored();
        awaitFocus(ann, "Message to " + group);
        ann.tab().button("Details").click();
        ann.tab().button("Remove " + cid.name()).click();
        ann.tab().button("Remove from the group").click();
        awaitFocus(ann, "2 members");
        ann.tab().button("Leave the group").click();
        ann.tab().button("Leave the group").click();
        ann.tab().awaitText("owner"); // the last one can't
        assertThat(ann.tab().focused()).isNotEqualTo("body");
        ann.tab().button("Make " + bob.name() + " an owner").click();
        ann.tab().button("Make an owner").click();
        ann.tab().button("Make " + bob.name() + " a member").waitFor();
        ann.tab().button("Leave the group").click();
        ann.tab().button("Leave the group").click();
        awaitFocus(ann, "Rooms");
    }

    private static void awaitFocus(BrowserUser person, String label) {
        person.tab().page().waitForCondition(() -> person.tab().focused().equals(label));
    }

    @Test
    void aWrongPasswordAndAWrongNameSaySo() {
        BrowserUser ann = signedUp("ann");
        Page page = ann.tab().page();
        ann.tab().button("Account and settings").click();
        ann.tab().button("Change the password").click();
        page.getByLabel("Current password").fill("not this one");
        page.getByLabel("New password").fill(Person.PASSWORD);
        page.getByLabel("New password").press("Enter");
        ann.tab().awaitText("The current password is wrong.");
        ann.tab().button("Delete the account …").click();
        page.getByLabel("Your name is removed").fill("somebody");
        ann.tab().button("Delete permanently").click();
        ann.tab().awaitText("That is not your username. It is " + ann.name() + ".");
    }

    @Test
    void loggingOutAsksWhatToDoWithWhatWasNotSent() {
        BrowserUser ann = signedUp("ann");
        BrowserUser bob = signedUp("bob");
        meet(ann, bob);
        SendTap.callsOnly(ann.tab());
        Page page = ann.tab().page();
        ann.tab().say("was sent");
        ann.tab().awaitAllStored();
        page.route("**/messages", route -> {
            if (route.request().method().equals("POST")) {
                route.abort();
            } else {
                route.resume();
            }
        });
        ann.tab().say("was not");
        ann.tab().button("Account and settings").click();
        ann.tab().button("Log out").click();
        ann.tab().awaitText("1 message was not sent.");
        ann.tab().button("Log out and keep unsent messages").click();
        awaitLoggedOut(page);
        page.unroute("**/messages");
        assertThat(stored(page)).contains("was not").doesNotContain("was sent");

        ann.tab().logIn(ann.name(), Person.PASSWORD);
        ann.tab().openRoom(bob.name());
        ann.tab().awaitAllStored();
        ann.tab().button("Account and settings").click();
        ann.tab().button("Log out").click();
        awaitLoggedOut(page);
        assertThat(stored(page)).doesNotContain("was not").doesNotContain("was sent");
        bob.tab().awaitSaid(List.of("was sent", "was not"));
    }

    /** Waits until the page has started again, without an account. */
    private static void awaitLoggedOut(Page page) {
        page.getByText("New here? Sign up").waitFor();
        assertThat(page.locator(".login-status")).hasCount(0);
    }

    /** Everything that the browser has stored for the page. */
    private static String stored(Page page) {
        return (String) page.evaluate("""
                async () => {
                  const found = [{ ...localStorage }, { ...sessionStorage }];
                  const done = (request) => new Promise((resolve) => (request.onsuccess = () => resolve(request.result)));
                  for (const { name } of await indexedDB.databases()) {
                    const db = await done(indexedDB.open(name));
                    for (const store of db.objectStoreNames) {
                      found.push(await done(db.transaction(store).objectStore(store).getAll()));
                    }
                    db.close();
                  }
                  return JSON.stringify(found);
                }""");
    }
}
