package chat262.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whatever people write is text. */
class TextIT extends PageTest {
    private static final List<String> MARKUP = List.of(
            "<img src=x onerror=\"window.broken = 1\">",
            "<script>window.broken = 1</script>",
            "</div></li></ol><h1>big</h1><style>body { display: none }</style>",
            "${window.broken = 1} {{constructor.constructor('window.broken = 1')()}}",
            "<a href=\"javascript:window.broken = 1\">click</a>",
            "&lt;b&gt; &amp; <!-- --> ]]> <svg onload=window.broken=1>");

    @Test
    void aPageFullOfMarkupShowsAsText() {
        BrowserUser ann = signedUp("ann");
        BrowserUser bob = signedUp("bob");
        String group = name("<b>x</b><img src=x>");
        ann.tab().createGroup(group, bob.name());
        MARKUP.forEach(text -> ann.tab().say(text));
        bob.tab().openRoom(group);
        bob.tab().awaitSaid(MARKUP);
        ann.tab().awaitSaid(MARKUP);
        for (BrowserUser person : List.of(ann, bob)) {
            assertThat(person.tab().page().locator(".title bdi")).hasText(group);
            assertThat(person.tab().page().locator(".conversation img, .conversation script, .rooms img, .lines h1"))
                    .hasCount(0);
            assertThat(person.tab().page().evaluate("() => window.broken")).isNull();
            assertThat(person.tab().lines().locator("a")).hasCount(0);
        }
        bob.tab().button("Details").click();
        assertThat(bob.tab().page().locator("dialog h2")).hasText(group);
        assertThat(bob.tab().page().locator("dialog img")).hasCount(0);
    }

    @Test
    void namesFoldAsTheyDoOnTheServer() throws IOException {
        Path cases = Path.of(System.getProperty("chat.root"), "chat-war/src/test/resources/folded-names.csv");
        BrowserUser ann = somebody("ann");
        for (String line : Files.readAllLines(cases)) {
            String[] names = line.split(",");
            assertThat(ann.tab()
                            .page()
                            .evaluate("async (name) => (await import('/app/names.js')).fold(name)", names[0]))
                    .as(names[0])
                    .isEqualTo(names[1]);
        }
    }

    @Test
    void onlyWebLinksBecomeLinksAndTheyTellNothingOfThePage() {
        BrowserUser ann = signedUp("ann");
        BrowserUser bob = signedUp("bob");
        meet(ann, bob);
        ann.tab()
                .say(
                        "See https://example.org/a_(b)?q=1&r=2, or (http://example.com). Not javascript:alert(1) ftp://x.y");
        Locator links = ann.tab().lines().locator("a");
        assertThat(links).hasText(new String[] {"https://example.org/a_(b)?q=1&r=2", "http://example.com"});
        assertThat(links.first()).hasAttribute("href", "https://example.org/a_(b)?q=1&r=2");
        assertThat(links.first()).hasAttribute("rel", "noopener noreferrer");
        assertThat(links.first()).hasAttribute("target", "_blank");
    }

    @Test
    void aLinkEndsWhereTheSentenceAroundItGoesOn() {
        BrowserUser ann = signedUp("ann");
        BrowserUser bob = signedUp("bob");
        meet(ann, bob);
        ann.tab().say("""
                请看https://example.org/zh谢谢。
                「https://example.org/ja?a=b」です。https://example.orgをご覧
                （https://例え.jp/host），https://example.org/ko을 보세요
                (“https://example.org/x_(y)”) https://example.org/[z]…
                https://ru.wikipedia.org/wiki/Москва!""");
        assertThat(ann.tab().lines().locator("a")).hasText(new String[] {
            "https://example.org/zh",
            "https://example.org/ja?a=b",
            "https://example.org",
            "https://例え.jp/host",
            "https://example.org/ko",
            "https://example.org/x_(y)",
            "https://example.org/[z]",
            "https://ru.wikipedia.org/wiki/Москва"
        });
    }

    @Test
    void rightToLeftTextRunsFromTheRightAndLongWordsBreak() {
        BrowserUser ann = somebody(name("ann"), 360, 700, ColorScheme.LIGHT).signUp();
        BrowserUser bob = signedUp("bob");
        ann.tab().openDirect(bob.name());
        ann.tab().say("مرحبا بالعالم");
        ann.tab().say("x".repeat(1500));
        ann.tab().say("two\nlines\n\n  and spaces");
        ann.tab().say("👩‍👩‍👧‍👦🏳️‍🌈");
        ann.tab().awaitAllStored();
        assertThat(ann.tab().lines().first().evaluate("e => getComputedStyle(e).direction"))
                .isEqualTo("rtl");
        assertThat(ann.tab().page().evaluate("() => document.documentElement.scrollWidth"))
                .isEqualTo(360);
        assertThat(ann.tab().page().locator(".lines").evaluate("e => e.scrollWidth - e.clientWidth"))
                .isEqualTo(0);
        assertThat(ann.tab().logSays())
                .containsExactly("مرحبا بالعالم", "x".repeat(1500), "two\nlines\n\n  and spaces", "👩‍👩‍👧‍👦🏳️‍🌈");
        assertThat(ann.tab().said().get(2)).isEqualTo("two\nlines\n\n  and spaces");
    }

    @Test
    void aMessageThatIsTooLongSaysByHowMuchAndIsNotSent() {
        BrowserUser ann = signedUp("ann");
        BrowserUser bob = signedUp("bob");
        ann.tab().openDirect(bob.name());
        ann.tab().composer().fill("é".repeat(4003));
        ann.tab().awaitText("3 characters too long");
        assertThat(ann.tab().button("Send")).isDisabled();
        ann.tab().composer().press("Enter");
        assertThat(ann.tab().composer()).hasValue("é".repeat(4003));
        assertThat(ann.tab().lines()).hasCount(0);
    }
}
