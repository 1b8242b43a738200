package chat262.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.util.List;
import java.util.Map;

/** A tab with the chat in it, used as a person would. */
final class Tab {
    /** How long anything may take before it counts as not happening, in ms. */
    static final double PATIENCE = 60_000;

    private final Page page;

    Tab(Page page) {
        this.page = page;
    }

    Page page() {
        return page;
    }

    void signUp(String username, String password) {
        button("New here? Sign up").click();
        credentials(username, password);
        button("Sign up").click();
        awaitIn();
    }

    void logIn(String username, String password) {
        credentials(username, password);
        button("Log in").click();
    }

    private void credentials(String username, String password) {
        page.getByLabel("Username").fill(username);
        page.getByLabel("Password").fill(password);
    }

    /** Waits until the list of rooms is there. */
    void awaitIn() {
        page.getByRole(AriaRole.NAVIGATION, new Page.GetByRoleOptions().setName("Rooms"))
                .waitFor();
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** Finds somebody and opens the direct room with them. */
    void openDirect(String username) {
        page.keyboard().press("Control+k");
        page.getByRole(AriaRole.SEARCHBOX).fill(username);
        page.getByRole(AriaRole.DIALOG)
                .getByRole(
                        AriaRole.BUTTON,
                        new Locator.GetByRoleOptions().setName(username).setExact(true))
                .click();
        composer(username).waitFor();
    }

    /** Creates a group of people who have an account. */
    void createGroup(String name, String... members) {
        button("New group").first().click();
        page.getByLabel("Name of the group").fill(name);
        for (String member : members) {
            page.getByLabel("Add a member").fill(member);
            button("Add " + member).click();
        }
        button("Create").click();
        composer(name).waitFor();
    }

    /** Takes somebody into the open group; its details stay open. */
    void invite(String username) {
        button("Details").click();
        page.getByLabel("Invite somebody").fill(username);
        button("Add " + username).click();
    }

    /** A room in the list. */
    Locator room(String name) {
        return page.getByRole(AriaRole.NAVIGATION)
                .getByRole(AriaRole.LINK)
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByText(name, new Page.GetByTextOptions().setExact(true))));
    }

    void openRoom(String name) {
        room(name).click();
        composer(name).waitFor();
    }

    private Locator composer(String room) {
        return page.getByLabel("Message to " + room, new Page.GetByLabelOptions().setExact(true));
    }

    /** Where the next message is written. */
    Locator composer() {
        return page.locator(".composer textarea");
    }

    /** Writes a message, sends it with the keyboard, and waits until it is among the lines. */
    void say(String text) {
        composer().fill(text);
        composer().press("Enter");
        line(text).first().waitFor();
    }

    /** The lines of the open room that say something. */
    Locator lines() {
        return page.locator(".line .body");
    }

    /** What the lines of the open room say, from top to bottom. */
    List<String> said() {
        return lines().allTextContents();
    }

    Locator line(String text) {
        return page.locator(".line")
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByText(text, new Page.GetByTextOptions().setExact(true))));
    }

    /** Waits until the open room says exactly this. */
    void awaitSaid(List<String> texts) {
        assertThat(lines())
                .hasText(texts.toArray(String[]::new), new LocatorAssertions.HasTextOptions().setTimeout(PATIENCE));
    }

    /** Waits until everything that was written has its place in the log. */
    void awaitAllStored() {
        assertThat(page.locator(".line.waiting"))
                .hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(PATIENCE));
    }

    /** Waits until a line says its state in words for a screen reader. */
    void awaitState(String text, String state) {
        line(text)
                .getByText(state, new Locator.GetByTextOptions().setExact(true))
                .first()
                .waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED));
    }

    /** Waits until a sentence can be seen anywhere on the page. */
    void awaitText(String text) {
        page.getByText(text).locator("visible=true").first().waitFor();
    }

    /** The unread count that the list shows for a room; "" if none. */
    String unread(String room) {
        Locator count = room(room).locator(".count");
        return count.count() == 0 ? "" : count.textContent();
    }

    /** The id of the open room. */
    long roomId() {
        return Long.parseLong(page.url().replaceAll(".*/room/", ""));
    }

    /** Calls the server as this tab does; returns {status, content}. */
    @SuppressWarnings("unchecked")
    Map<String, Object> call(String method, String path, Object body) {
        return (Map<String, Object>) page.evaluate("""
                async ([method, path, body]) => {
                  const me = JSON.parse(sessionStorage.getItem('chat-me'));
                  const answer = await fetch('/api/v1' + path, {
                    method,
                    headers: {
                      'Content-Type': 'application/json',
                      'X-Chat-Session': me.sessionId,
                      'Idempotency-Key': crypto.randomUUID(),
                    },
                    body: body ? JSON.stringify(body) : undefined,
                  });
                  const text = await answer.text();
                  return { status: answer.status, content: text ? JSON.parse(text) : null };
                }""", new Object[] {method, path, body});
    }

    /** Sends "line <first>" to "line <last>" to the open room, faster than anybody could type. */
    void post(int first, int last) {
        for (int i = first; i <= last; i++) {
            Map<String, Object> answer = call("POST", "/rooms/" + roomId() + "/messages", Map.of("body", "line " + i));
            if (!answer.get("status").equals(201)) {
                throw new AssertionError("line " + i + ": " + answer);
            }
        }
    }

    /** The entries of the open room as the server has them. */
    @SuppressWarnings("unchecked")
    List<Map<String, Object>> log() {
        Map<String, Object> page =
                (Map<String, Object>) call("GET", "/rooms/" + roomId() + "/messages?after=0&limit=500", null)
                        .get("content");
        return (List<Map<String, Object>>) page.get("messages");
    }

    /** What the texts in the log of the open room say. */
    List<String> logSays() {
        return log().stream()
                .filter(entry -> entry.get("kind").equals("text"))
                .map(entry -> (String) entry.get("body"))
                .toList();
    }

    /** The server's cursor of the account in the open room. */
    @SuppressWarnings("unchecked")
    int cursor() {
        Map<String, Object> room =
                (Map<String, Object>) call("GET", "/rooms/" + roomId(), null).get("content");
        return ((Number) room.get("cursor")).intValue();
    }
}
