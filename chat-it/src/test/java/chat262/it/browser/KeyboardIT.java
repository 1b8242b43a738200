package chat262.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.client.Person;
import com.microsoft.playwright.Keyboard;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Everything without a mouse. */
class KeyboardIT extends PageTest {
    @Test
    void onePersonSignsUpFindsAnotherAndTalksWithTheKeyboardAlone() {
        BrowserUser bob = signedUp("bob");
        BrowserUser ann = somebody("ann");
        Page page = ann.tab().page();
        Keyboard keys = page.keyboard();
        ann.tab().button("New here? Sign up").focus();
        keys.press("Enter");
        ann.tab().page().getByLabel("Username").focus();
        keys.type(ann.name());
        keys.press("Tab");
        keys.type(Person.PASSWORD);
        keys.press("Enter");
        ann.tab().awaitIn();

        keys.press("Control+k");
        keys.type(bob.name());
        page.getByRole(AriaRole.DIALOG).getByText(bob.name()).waitFor();
        keys.press("ArrowDown");
        keys.press("Enter");
        assertThat(ann.tab().composer()).isFocused();
        keys.type("first line");
        keys.press("Shift+Enter");
        keys.type("second line");
        keys.press("Enter");
        ann.tab().awaitSaid(List.of("first line\nsecond line"));
        ann.tab().awaitAllStored();
        assertThat(ann.tab().logSays()).containsExactly("first line\nsecond line");
    }

    @Test
    void oneKeyGoesToTheNextUnreadRoomAndOthersToItsNeighbours() {
        BrowserUser ann = signedUp("ann");
        BrowserUser bob = signedUp("bob");
        BrowserUser cid = signedUp("cid");
        ann.tab().openDirect(bob.name());
        ann.tab().openDirect(cid.name());
        bob.tab().openRoom(ann.name());
        bob.tab().say("from Bob");
        assertThat(ann.tab().room(bob.name()).locator(".count")).hasText("1");

        Keyboard keys = ann.tab().page().keyboard();
        keys.press("Alt+a");
        ann.tab().awaitSaid(List.of("from Bob"));
        keys.press("Alt+ArrowDown");
        assertThat(ann.tab().room(cid.name())).hasAttribute("aria-current", "page");
        keys.press("Alt+ArrowUp");
        assertThat(ann.tab().room(bob.name())).hasAttribute("aria-current", "page");
    }

    @Test
    void theListOfKeysOpensWithAKeyAndEscapeGoesBackToWriting() {
        BrowserUser ann = signedUp("ann");
        BrowserUser bob = signedUp("bob");
        ann.tab().openDirect(bob.name());
        ann.tab().page().keyboard().press("Control+/");
        assertThat(ann.tab().page().getByRole(AriaRole.DIALOG)).containsText("Next unread room");
        ann.tab().page().keyboard().press("Escape");
        assertThat(ann.tab().page().getByRole(AriaRole.DIALOG)).hasCount(0);
        assertThat(ann.tab().composer()).isFocused();
        ann.tab().page().locator(".lines").focus();
        ann.tab().page().keyboard().press("Escape");
        assertThat(ann.tab().composer()).isFocused();
    }

    /**
     * Safari ends a composition and then reports the Enter or Escape that ended it, with the code 229 and no other sign. Chromium never does, so
     * such keys are dispatched as events.
     */
    @Test
    void theKeyThatEndsTheCompositionOfAnInputMethodIsNoCommand() {
        BrowserUser ann = signedUp("ann");
        BrowserUser bob = signedUp("bob");
        ann.tab().openDirect(bob.name());
        Locator composer = ann.tab().composer();
        composer.fill("にほん");
        assertThat(isTaken(composer, "{ key: 'Enter', keyCode: 229 }")).isFalse();
        assertThat(composer).hasValue("にほん");
        assertThat(isTaken(composer, "{ key: 'Enter', keyCode: 13 }")).isTrue();
        ann.tab().awaitSaid(List.of("にほん"));

        ann.tab().page().keyboard().press("Control+k");
        Locator search = ann.tab().page().getByRole(AriaRole.SEARCHBOX);
        assertThat(isTaken(search, "{ key: 'Escape', keyCode: 229 }")).isFalse();
        assertThat(isTaken(search, "{ key: 'Escape', keyCode: 27 }")).isTrue();
        assertThat(ann.tab().page().getByRole(AriaRole.DIALOG)).hasCount(0);
    }

    /** Keys that are not on this machine's keyboard, dispatched as events. */
    @Test
    void aKeyThatEntersACharacterIsNoShortcut() {
        BrowserUser ann = signedUp("ann");
        BrowserUser bob = signedUp("bob");
        ann.context().addInitScript("Object.defineProperty(navigator, 'platform', { get: () => 'MacIntel' });");
        ann.tab().page().reload();
        ann.tab().awaitIn();
        ann.tab().openDirect(bob.name());
        Locator composer = ann.tab().composer();
        assertThat(isTaken(composer, "{ key: '©', code: 'KeyG', altKey: true }"))
                .isFalse();
        assertThat(isTaken(composer, "{ key: 'Dead', code: 'KeyU', altKey: true }"))
                .isFalse();
        assertThat(isTaken(composer, "{ key: 'ą', code: 'KeyA', altKey: true, modifierAltGraph: true }"))
                .isFalse();
        assertThat(isTaken(composer, "{ key: '©', code: 'KeyG', altKey: true, ctrlKey: true }"))
                .isTrue();
        assertThat(ann.tab().page().getByRole(AriaRole.DIALOG)).isVisible();
    }

    /** Whether the page takes a key for a command instead of leaving it to the browser. */
    private static boolean isTaken(Locator element, String key) {
        return (boolean) element.evaluate("element => !element.dispatchEvent(new KeyboardEvent('keydown', "
                + "{ bubbles: true, cancelable: true, ..." + key + " }))");
    }

    @Test
    void onAPhoneEnterStartsALineAndTheButtonSends() {
        BrowserUser ann = signedUpOnAPhone("ann");
        BrowserUser bob = signedUp("bob");
        bob.tab().openDirect(ann.name());
        ann.tab().openRoom(bob.name());
        Locator composer = ann.tab().composer();
        assertThat(composer).hasAttribute("enterkeyhint", "enter");
        composer.pressSequentially("first line");
        composer.press("Enter");
        composer.pressSequentially("second line");
        assertThat(composer).hasValue("first line\nsecond line");
        ann.tab().button("Send").tap();
        bob.tab().awaitSaid(List.of("first line\nsecond line"));
    }

    @Test
    void whatOthersSayInTheOpenRoomIsToldToAScreenReader() {
        BrowserUser ann = signedUp("ann");
        BrowserUser bob = signedUp("bob");
        meet(ann, bob);
        ann.tab().say("Can you hear me?");
        assertThat(bob.tab().page().locator("[aria-live=polite].sr")).hasText(ann.name() + ": Can you hear me?");
    }
}
