package chat262.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import chat262.it.client.Api;
import chat262.it.client.Fields;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import jakarta.json.JsonObject;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/** A tab with the chat in it, used as a person would. */
final class Tab {
    /** How long anything may take before it counts as not happening, in ms. */
    static final double TIMEOUT = 60_000;

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
        awaitIn(); // a key that is pressed before would be lost
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
        page.getByLabel("Invite a person").fill(username);
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
                .hasText(texts.toArray(String[]::new), new LocatorAssertions.HasTextOptions().setTimeout(TIMEOUT));
    }

    /** Waits until everything that was written has its place in the log. */
    void awaitAllStored() {
        assertThat(page.locator(".line.waiting"))
                .hasCount(0, new LocatorAssertions.HasCountOptions().setTimeout(TIMEOUT));
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

    /** The calls of the server with the cookie and the session of this tab. */
    Api api() {
        String cookies = page.context().cookies(page.url()).stream()
                .map(cookie -> cookie.name + "=" + cookie.value)
                .collect(Collectors.joining("; "));
        Object session = page.evaluate("JSON.parse(sessionStorage.getItem('chat-me')).sessionId");
        URI server = PageTest.server().url();
        return Api.of(server)
                .with("Origin", server.toString().replaceAll("/$", ""))
                .with("Cookie", cookies)
                .with("X-Chat-Session", String.valueOf(session));
    }

    /** Sends "line <first>" to "line <last>" to the open room, faster than anybody could type. */
    void post(int first, int last) {
        Api api = api();
        String messages = "/rooms/" + roomId() + "/messages";
        for (int i = first; i <= last; i++) {
            api.keyed(UUID.randomUUID().toString())
                    .post(messages, Fields.of("body", "line " + i))
                    .expect(201);
        }
    }

    /** The entries of the open room as the server has them. */
    List<JsonObject> log() {
        return api().get("/rooms/" + roomId() + "/messages?after=0&limit=500")
                .expect(200)
                .objects("messages");
    }

    /** What the texts in the log of the open room say. */
    List<String> logSays() {
        return log().stream()
                .filter(entry -> entry.getString("kind").equals("text"))
                .map(entry -> entry.getString("body"))
                .toList();
    }

    /** What has the focus: its name for a screen reader, or its label or text; "body" if nothing has it. */
    String focused() {
        return (String) page.evaluate("""
                () => {
                  const e = document.activeElement;
                  return e === document.body ? 'body' : e.ariaLabel ?? e.labels?.[0]?.textContent ?? e.textContent.trim();
                }""");
    }

    /** The server's cursor of the account in the open room. */
    int cursor() {
        return (int) api().get("/rooms/" + roomId()).expect(200).number("cursor");
    }
}
