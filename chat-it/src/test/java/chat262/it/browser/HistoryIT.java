package chat262.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.client.Fields;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The lines of the open room are a run without a gap, whatever happened before and happens meanwhile. */
class HistoryIT extends ReadingTest {
    @Test
    void aRoomThatIsOpenedJustWhenNewsComeOpensAtItsFirstUnreadMessage() {
        meet();
        ann.tab().post(1, 200);
        bob.tab().line("line 200").waitFor();
        markAsRead(ann.name());
        postWhileBobIsAway(201, 450);

        bobsPage().evaluate("""
                async room => {
                  const { chat } = await import('/app/chat/chat.js');
                  const { open, refresh } = await import('/app/chat/conversation.js');
                  location.hash = `#/room/${room}`;
                  const opening = open(chat, room);
                  await Promise.all([refresh(chat), opening]);
                }""", (int) ann.tab().roomId());
        assertThat(bob.tab().line("line 201")).isInViewport();
        goThrough(450, 1);
        goThrough(1, 450);
    }

    @Test
    void whoLeftAndCameBackWhileThePageWasClosedSeesNoHoleInTheHistory() {
        String group = name("Team ");
        ann.tab().createGroup(group, bob.name());
        bob.tab().openRoom(group);
        ann.tab().post(1, 40);
        bob.tab().line("line 40").waitFor();
        bobsPage().navigate("about:blank");
        String members = "/rooms/" + ann.tab().roomId() + "/members";
        ann.tab().api().delete(members + "/" + bob.name()).expect(204);
        ann.tab().post(41, 80);
        ann.tab().api().post(members, Fields.of("username", bob.name())).expect(200, 201);
        ann.tab().post(81, 160);

        bobsPage().navigate("/");
        bob.tab().openRoom(group);
        markAsRead(group);
        bobsPage().reload();
        bob.tab().line("line 160").waitFor();
        goThrough(160, 1);
    }

    /** Scrolls until the line with one number is seen, starting near another; there must be no hole at any time. */
    private void goThrough(int from, int to) {
        Page page = bobsPage();
        Locator lines = page.locator(".lines");
        lines.evaluate("(lines, end) => lines.scrollTo(0, end ? lines.scrollHeight : 0)", from > to);
        Locator last = page.locator(".line")
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByText("line " + to, new Page.GetByTextOptions().setExact(true))));
        for (int step = 0; step < 300 && last.count() == 0; step++) {
            lines.evaluate("(lines, by) => lines.scrollBy(0, by)", from > to ? -400 : 400);
            page.waitForTimeout(50);
            assertRun(page);
        }
        assertThat(last).hasCount(1);
        assertRun(page);
    }

    private static void assertRun(Page page) {
        List<Integer> seqs =
                page.locator(".lines li[data-seq]").evaluateAll("all => all.map(li => Number(li.dataset.seq))")
                                instanceof List<?> all
                        ? all.stream().map(seq -> ((Number) seq).intValue()).toList()
                        : List.of();
        assertThat(seqs)
                .isEqualTo(IntStream.range(0, seqs.size())
                        .map(i -> seqs.get(0) + i)
                        .boxed()
                        .toList());
    }
}
