package chat262.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.Test;

/** People who talk. */
class TalkIT extends PageTest {
    @Test
    void whatOneWritesTheOtherReadsAndTheLineSaysSo() {
        BrowserUser ann = signedUp("ann");
        BrowserUser bob = signedUp("bob");
        ann.tab().openDirect(bob.name());
        ann.tab().say("Hello Bob");
        ann.tab().awaitState("Hello Bob", "Stored");

        assertThat(bob.tab().room(ann.name())).containsText("Hello Bob");
        assertThat(bob.tab().page()).hasTitle("(1) 262chat");
        bob.tab().openRoom(ann.name());
        bob.tab().awaitSaid(List.of("Hello Bob"));
        ann.tab().awaitState("Hello Bob", "Seen");
        assertThat(bob.tab().page()).hasTitle(ann.name() + " – 262chat");

        bob.tab().say("Hello Ann");
        ann.tab().awaitSaid(List.of("Hello Bob", "Hello Ann"));
    }

    @Test
    void aGroupTellsWhoCameWentAndBecameAnOwner() {
        BrowserUser ann = signedUp("ann");
        BrowserUser bob = signedUp("bob");
        BrowserUser cid = signedUp("cid");
        String group = name("Team ");
        ann.tab().createGroup(group, bob.name());
        bob.tab().openRoom(group);

        ann.tab().invite(cid.name());
        Page page = ann.tab().page();
        ann.tab().button("Make " + bob.name() + " an owner").click();
        ann.tab().awaitText("Only an owner can take that back.");
        ann.tab().button("Make an owner").click();
        ann.tab().button("Make " + bob.name() + " a member").waitFor();
        ann.tab().button("Remove " + cid.name()).click();
        ann.tab().awaitText(cid.name() + " will no longer see new messages of this group");
        ann.tab().button("Remove from the group").click();
        assertThat(page.getByRole(AriaRole.DIALOG).getByText("2 members")).isVisible();
        ann.tab().button("Leave the group").click();
        ann.tab().awaitText("You will no longer see its messages");
        ann.tab().button("Leave the group").click();
        assertThat(ann.tab().room(group)).hasCount(0);

        assertThat(bob.tab().page().locator(".event")).hasText(new String[] {
            ann.name() + " created the group “" + group + "”.",
            cid.name() + " joined.",
            ann.name() + " made you an owner.",
            ann.name() + " removed " + cid.name() + ".",
            ann.name() + " left.",
        });
    }

    @Test
    void whoJoinedLaterIsNotSaidToHaveSeenWhatWasBefore() {
        BrowserUser ann = signedUp("ann");
        BrowserUser bob = signedUp("bob");
        BrowserUser cid = signedUp("cid");
        String group = name("Team ");
        ann.tab().createGroup(group, bob.name());
        ann.tab().say("before");
        ann.tab().invite(cid.name());
        ann.tab().button("Close").click();
        assertThat(ann.tab().page().locator(".title small")).hasText("3 members");
        ann.tab().awaitState("before", "Stored");

        cid.tab().openRoom(group);
        ann.tab().say("after");
        assertThat(ann.tab().line("after")).containsText("Seen by " + cid.name());
        ann.tab().awaitState("before", "Stored");
        bob.tab().openRoom(group);
        ann.tab().awaitState("before", "Seen");
    }

    @Test
    void anOwnerRenamesTheGroupForEverybody() {
        BrowserUser ann = signedUp("ann");
        BrowserUser bob = signedUp("bob");
        String group = name("Team ");
        String fresh = name("Crew ");
        ann.tab().createGroup(group, bob.name());
        ann.tab().button("Details").click();
        ann.tab().page().getByLabel("Name of the group").fill(fresh);
        ann.tab().button("Save").click();
        bob.tab().room(fresh).waitFor();
        assertThat(bob.tab().room(group)).hasCount(0);
    }

    @Test
    void aGroupNameThatIsTakenSaysSoAndTheDialogStays() {
        BrowserUser ann = signedUp("ann");
        BrowserUser bob = signedUp("bob");
        String group = name("Team ");
        ann.tab().createGroup(group, bob.name());
        ann.tab().button("New group").first().click();
        ann.tab().page().getByLabel("Name of the group").fill(group);
        ann.tab().page().getByLabel("Add a member").fill(bob.name());
        ann.tab().button("Add " + bob.name()).click();
        ann.tab().button("Create").click();
        ann.tab().awaitText("There is a group called " + group + " already");
    }

    @Test
    void aDeletedAccountIsNamedSoAndCanNoLongerBeWrittenTo() {
        BrowserUser ann = signedUp("ann");
        BrowserUser bob = signedUp("bob");
        meet(ann, bob);
        bob.tab().say("I am off");
        ann.tab().awaitSaid(List.of("I am off"));

        bob.tab().button("Account and settings").click();
        bob.tab().button("Delete the account …").click();
        bob.tab().page().getByLabel("Your name is removed").fill(bob.name());
        bob.tab().button("Delete permanently").click();
        bob.tab().button("Log in").waitFor();

        ann.tab().room("<Account Deleted>").waitFor();
        ann.tab().awaitText("The other account was deleted");
        assertThat(ann.tab().said()).containsExactly("I am off");
        assertThat(ann.tab().page().locator(".sender")).hasText("<Account Deleted>");
        assertThat(ann.tab().room("<Account Deleted>").locator(".avatar")).hasText("–");
    }

    @Test
    void aPasswordThatIsTooShortSaysSoBesideTheField() {
        BrowserUser ann = somebody("ann");
        ann.tab().button("New here? Sign up").click();
        ann.tab().page().getByLabel("Username").fill(ann.name());
        ann.tab().page().getByLabel("Password").fill("short");
        ann.tab().button("Sign up").click();
        assertThat(ann.tab().page().getByRole(AriaRole.ALERT)).containsText("assword");
        assertThat(ann.tab().page().getByLabel("Password")).hasAttribute("aria-invalid", "true");
    }
}
