package chat262.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What the user can do with messages that wait to be sent. */
class OutboxIT extends DirectRoomTest {
    @Test
    void whatWaitsCanBeChangedAndDeletedWithTheKeyboard() {
        ann.offline(true);
        ann.tab().awaitText("No connection.");
        ann.tab().say("one");
        ann.tab().say("two");
        ann.tab().say("three");
        press("one", "Edit");
        assertThat(ann.tab().composer()).hasValue("one");
        assertThat(ann.tab().composer()).isFocused();
        ann.tab().say("one, changed");
        press("two", "Delete");
        assertThat(ann.tab().line("two")).hasCount(0);

        ann.offline(false);
        bob.tab().awaitSaid(List.of("three", "one, changed"));
        ann.tab().awaitAllStored();
        assertThat(ann.tab().logSays()).containsExactly("three", "one, changed");
    }

    private void press(String text, String button) {
        Locator found = action(ann.tab(), text, button);
        found.focus();
        found.press("Enter");
    }

    private static Locator action(Tab tab, String text, String button) {
        return tab.line(text)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(button).setExact(true));
    }

    /** The second tab sees what is on disk, while the request that the first one has begun does not get to the server. */
    @Test
    void whatMayHaveReachedTheServerCanNeitherBeChangedNorDeleted() {
        AtomicReference<Route> onItsWay = new AtomicReference<>();
        routeSends("in doubt", onItsWay::set);
        ann.tab().say("in doubt");
        ann.tab().page().waitForCondition(() -> onItsWay.get() != null);
        ann.tab().say("behind");
        Tab second = ann.newTab();
        second.openRoom(bob.name());
        action(second, "behind", "Edit").waitFor();
        assertThat(action(second, "in doubt", "Edit")).hasCount(0);
        assertThat(action(second, "in doubt", "Delete")).hasCount(0);

        onItsWay.get().resume();
        bob.tab().awaitSaid(List.of("in doubt", "behind"));
        assertThat(bob.tab().logSays()).containsExactly("in doubt", "behind");
    }

    @Test
    void aMessageThatAProxyForbidsSaysSoAndCanBeGivenUpSoThatTheNextIsSent() {
        routeSends(
                "forbidden",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setStatus(403)
                        .setContentType("text/html")
                        .setBody("<h1>Forbidden</h1>")));
        ann.tab().say("forbidden");
        ann.tab().say("behind");
        ann.tab().awaitText("Something before the server, such as a proxy, answers 403");
        assertThat(action(ann.tab(), "forbidden", "Delete")).hasCount(0);
        ann.tab().button("Give up").click();
        bob.tab().awaitSaid(List.of("behind"));
        ann.tab().awaitText("No longer tried. It may have arrived.");

        ann.tab().button("Edit and send again").click();
        assertThat(ann.tab().composer()).hasValue("forbidden");
        ann.tab().say("allowed");
        bob.tab().awaitSaid(List.of("behind", "allowed"));
    }

    /** Lets a proxy of the first tab's, which sends by calls, do something to each send with this text. */
    private void routeSends(String text, Consumer<Route> handler) {
        SendTap.callsOnly(ann.tab());
        ann.tab().page().route("**/rooms/*/messages", route -> {
            String body = route.request().postData();
            if (body != null && body.contains(text)) {
                handler.accept(route);
            } else {
                route.resume();
            }
        });
    }
}
