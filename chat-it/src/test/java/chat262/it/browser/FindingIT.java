package chat262.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.client.Fields;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How people and groups are found, and groups opened to everybody. */
class FindingIT extends PageTest {
    private static Locator dialog(BrowserUser person) {
        return person.tab().page().getByRole(AriaRole.DIALOG);
    }

    private static Locator checkbox(BrowserUser person) {
        return person.tab().page().getByLabel("Anyone here can find and join");
    }

    private static void type(BrowserUser person, String text) {
        person.tab().page().getByRole(AriaRole.SEARCHBOX).fill(text);
    }

    @Test
    void aPersonFindsTheOthersWithoutGuessingALetterAndWithoutAMouse() {
        BrowserUser bob = signedUp("bob");
        BrowserUser ann = signedUp("ann");
        ann.tab().button("New conversation").click();
        assertThat(dialog(ann).locator("h2")).hasText("New conversation");
        dialog(ann).locator("button.result").first().waitFor();

        Keyboard keys = ann.tab().page().keyboard();
        keys.type(bob.name().substring(1).toUpperCase()); // a part, in whatever case
        assertThat(dialog(ann).locator("[data-name=" + bob.name() + "]")).isVisible();
        keys.press("ArrowDown");
        keys.press("Enter");
        assertThat(ann.tab().composer()).isFocused();
        assertThat(ann.tab().room(bob.name())).isVisible();
        assertThat(ann.tab().button("New conversation")).isVisible();
    }

    @Test
    void enterTakesOnlyWhatFitsTheTextThatStandsThere() {
        BrowserUser eve = signedUp("eve");
        BrowserUser ted = signedUp("ted");
        BrowserUser ann = signedUp("ann");
        ann.tab().button("New conversation").click();
        type(ann, eve.name());
        assertThat(dialog(ann).locator("[data-name=" + eve.name() + "]")).isVisible();
        type(ann, ted.name());
        ann.tab().page().keyboard().press("Enter");
        assertThat(dialog(ann).locator("[data-name=" + eve.name() + "]")).hasCount(0);
        dialog(ann).locator("[data-name=" + ted.name() + "]").waitFor();
        ann.tab().page().getByRole(AriaRole.SEARCHBOX).press("Enter");
        assertThat(ann.tab().room(ted.name())).isVisible();
        assertThat(ann.tab().room(eve.name())).hasCount(0);
    }

    @Test
    void anOpenGroupIsCreatedAloneFoundJoinedAndClosedAgain() {
        BrowserUser ann = signedUp("ann");
        BrowserUser bob = signedUp("bob");
        String group = name("Gardeners ");
        ann.tab().button("New group").first().click();
        ann.tab().page().getByLabel("Name of the group").fill(group);
        ann.tab().button("Create").click();
        ann.tab().awaitText("Select at least one member, or let anyone join.");
        checkbox(ann).check();
        assertThat(ann.tab().page().getByLabel("Others can find this group by its name"))
                .isDisabled();
        ann.tab().button("Create").click();
        ann.tab().say("Tomatoes in May");

        bob.tab().button("New conversation").click();
        type(bob, group.substring(3));
        Locator found = dialog(bob).locator("button.result").filter(new Locator.FilterOptions().setHasText(group));
        assertThat(found).containsText("1 member");
        assertThat(found).containsText("Join");
        found.click();
        bob.tab().awaitText("Tomatoes in May");
        ann.tab().awaitText(bob.name() + " joined.");

        ann.tab().button("Details").click();
        assertThat(checkbox(ann)).isChecked();
        checkbox(ann).uncheck();
        BrowserUser cid = signedUp("cid");
        Page page = cid.tab().page();
        page.waitForCondition(() -> cid.tab()
                .api()
                .get("/rooms/open?match=" + group.replace(" ", "%20"))
                .objects("rooms")
                .isEmpty());
        page.keyboard().press("Control+k");
        type(cid, group);
        assertThat(dialog(cid)).containsText("An owner of the group has to invite you.");
        assertThat(dialog(cid).locator("button.result")).hasCount(0);
    }

    @Test
    void onAPhoneTheNameOfAFoundGroupHasRoom() {
        BrowserUser ann = signedUp("ann");
        BrowserUser bob = signedUp("bob");
        String group = name("Choir ");
        ann.tab()
                .api()
                .post("/rooms", Fields.of("name", group, "members", List.of(bob.name())))
                .expect(201);
        BrowserUser cid = somebody(name("cid"), 360, 740, ColorScheme.LIGHT);
        cid.signUp();
        cid.tab().page().keyboard().press("Control+k");
        type(cid, group);
        Locator name = dialog(cid).locator(".result bdi");
        assertThat(name).hasText(group);
        assertThat(name.boundingBox().height)
                .as("one line, and not one for each letter")
                .isLessThan(40);
    }
}
