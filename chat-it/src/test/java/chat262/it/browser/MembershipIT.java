package chat262.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import chat262.it.client.Api;
import chat262.it.client.Fields;
import chat262.it.client.Person;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Members who come and go: what they and the others are told. */
class MembershipIT extends PageTest {
    @Test
    void whoIsInvitedGetsASignAndWhoIsRemovedAWordAlsoAboutWhatWaited() {
        BrowserUser ann = signedUp("ann");
        BrowserUser bob = signedUp("bob");
        BrowserUser cid = signedUp("cid");
        String group = name("Team ");
        ann.tab().createGroup(group, cid.name());
        ann.tab().invite(bob.name());
        Locator sign = bob.tab().room(group).locator(".count");
        assertThat(sign).hasText("New");
        assertThat(bob.tab().page().locator("[aria-live=polite].sr")).hasText("You were added to “" + group + "”.");
        bob.tab().openRoom(group);
        assertThat(sign).hasCount(0);

        SendTap.callsOnly(bob.tab());
        Page page = bob.tab().page();
        page.route("**/messages", MembershipIT::abortSends);
        bob.tab().say("waits");
        ann.tab().button("Remove " + bob.name()).click();
        ann.tab().button("Remove from the group").click();
        bob.tab().awaitText("You are no longer a member of “" + group + "”");
        page.unroute("**/messages");
        bob.tab().button("1 message was not sent").click();
        assertThat(page.getByRole(AriaRole.DIALOG))
                .containsText("Not sent: you are no longer a member of “" + group + "”");
    }

    private static void abortSends(Route route) {
        if (route.request().method().equals("POST")) {
            route.abort();
        } else {
            route.resume();
        }
    }

    @Test
    void whatAMemberWroteIsNotCountedAsUnreadByThem() {
        BrowserUser ann = signedUp("ann");
        Person bob = Person.join(Api.of(server().url()), name("bob"));
        String group = name("Team ");
        ann.tab().createGroup(group, bob.name());
        ann.tab().say("one to read");
        ann.tab().awaitAllStored();
        for (int i = 1; i <= 3; i++) {
            bob.api()
                    .keyed(UUID.randomUUID().toString())
                    .post("/rooms/" + ann.tab().roomId() + "/messages", Fields.of("body", "by Bob " + i))
                    .expect(201);
        }
        ann.tab().line("by Bob 3").waitFor();
        ann.tab().button("Details").click();
        assertThat(ann.tab().page().getByRole(AriaRole.DIALOG)).containsText("1 message behind");
    }

    @Test
    void oneWhoIsCalledYouIsNotTakenForTheReader() {
        BrowserUser you = somebody("You", 1100, 800, ColorScheme.LIGHT).signUp();
        BrowserUser bob = signedUp("bob");
        String group = name("Team ");
        you.tab().createGroup(group, bob.name());
        you.tab().say("hello");
        you.tab().button("Details").click();
        you.tab().button("Make " + bob.name() + " an owner").click();
        you.tab().button("Make an owner").click();
        bob.tab().openRoom(group);
        assertThat(bob.tab().page().locator(".event"))
                .hasText(new String[] {"@You created the group “" + group + "”.", "@You made you an owner."});
        assertThat(bob.tab().page().locator(".sender")).hasText("@You");
    }

    @Test
    void theNameOfADeletedAccountGoesFromWhatTheBrowserHas() {
        BrowserUser ann = signedUp("ann");
        BrowserUser bob = signedUp("bob");
        BrowserUser cid = signedUp("cid");
        String group = name("Team ");
        ann.tab().createGroup(group, bob.name(), cid.name());
        bob.tab().openRoom(group);
        bob.tab().say("I am off");
        ann.tab().line("I am off").waitFor();
        bob.tab().api().delete("/accounts/me").expect(204);

        assertThat(ann.tab().page().locator(".sender")).hasText("<Account Deleted>");
        ann.tab().page().reload();
        assertThat(ann.tab().page().locator(".event").last()).hasText("<Account Deleted> left.");
        assertThat(ann.tab().page().locator(".sender")).hasText("<Account Deleted>");
        assertThat(ann.tab().room(group)).not().containsText(bob.name());
    }
}
