package chat262.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.client.FaultyLink;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Exactly once and in order, whatever happens to the connection, the server or the page. */
class PromiseIT extends PageTest {
    @Test
    void nothingIsLostOrDoubledWhenTheServerIsKilledUnderAnOpenPage() {
        Person ann = signedUp("ann");
        Person bob = signedUp("bob");
        meet(ann, bob);
        List<String> texts =
                IntStream.rangeClosed(1, 30).mapToObj(i -> "line " + i).toList();
        for (String text : texts) {
            if (text.equals("line 15")) {
                server().kill();
            }
            ann.tab().say(text);
        }
        ann.tab().awaitText("No connection.");
        server().start();

        ann.tab().awaitAllStored();
        bob.tab().awaitSaid(texts);
        ann.tab().awaitSaid(texts);
        assertThat(ann.tab().logSays()).isEqualTo(texts);
    }

    @Test
    void whatIsWrittenOfflineSurvivesAReloadAndIsSentOnce() {
        Person ann = signedUp("ann");
        Person bob = signedUp("bob");
        meet(ann, bob);
        ann.tab().say("before");
        bob.tab().awaitSaid(List.of("before"));
        ann.tab().awaitAllStored();
        awaitCopyOf(ann.tab().page());

        ann.offline(true);
        ann.tab().say("one");
        ann.tab().say("two");
        ann.tab().awaitText("No connection.");
        ann.tab().page().reload();
        ann.tab().awaitSaid(List.of("before", "one", "two"));
        ann.tab().awaitState("two", "Waiting to be sent");

        ann.offline(false);
        ann.tab().awaitAllStored();
        bob.tab().awaitSaid(List.of("before", "one", "two"));
        assertThat(ann.tab().logSays()).containsExactly("before", "one", "two");
    }

    @Test
    void aCopyOfThePageThatFailsIsMadeLater() {
        AtomicInteger pages = new AtomicInteger();
        try (FaultyLink link = new FaultyLink(server().url())) {
            // The first is the page itself, what follows its copy, and what the browser repeats of that.
            link.loses((method, path) -> path.equals("/") && pages.incrementAndGet() > 1
                    ? FaultyLink.Fate.REQUEST_LOST
                    : FaultyLink.Fate.PASSES);
            Page page = somebody("ann").tab().page();
            page.navigate(link.url().toString());
            page.waitForCondition(() -> link.lost() > 0);
            page.waitForCondition(() -> !registered(page, ""));
            link.heals();
            awaitCopyOf(page);
        }
    }

    @Test
    void aPageThatLoadsWhileItsCopyIsMadeOpensWithoutAConnection() {
        CountDownLatch loadsAgain = new CountDownLatch(1);
        try (FaultyLink link = new FaultyLink(server().url())) {
            link.loses((method, path) -> {
                if (path.equals("/sw.js")) {
                    loadsAgain.await(1, TimeUnit.MINUTES);
                }
                return FaultyLink.Fate.PASSES;
            });
            Person ann = somebody("ann");
            Page page = ann.tab().page();
            Page other = ann.newTab().page();
            other.navigate(link.url().toString());
            page.navigate(link.url().toString());
            AtomicReference<Route> load = new AtomicReference<>();
            page.route("**/", load::set);
            page.evaluate("() => { window.old = true; location.reload(); }");
            page.waitForCondition(() -> load.get() != null);
            loadsAgain.countDown();
            awaitCopyOf(other);
            load.get().resume();
            page.waitForFunction("() => !window.old && document.querySelector('form')");
            assertThat(page.evaluate("() => navigator.serviceWorker.controller"))
                    .as("no worker has taken over what was on its way")
                    .isNull();

            link.cut();
            page.unroute("**/");
            page.reload();
            assertThat(page.getByLabel("Username")).isVisible();
        }
    }

    /** Waits until a page can be opened without a connection: its worker is active, even if this load is not its own yet. */
    private static void awaitCopyOf(Page page) {
        page.waitForCondition(() -> registered(page, "?.active"));
    }

    /** Not with waitForFunction, to which a promise is as good as what it promises. */
    private static boolean registered(Page page, String what) {
        return (boolean) page.evaluate("async () => !!(await navigator.serviceWorker.getRegistration())" + what);
    }

    @Test
    void aSendWhoseAnswerIsLostIsRepeatedUnderItsKeyAndStoredOnce() {
        Person ann = signedUp("ann");
        Person bob = signedUp("bob");
        meet(ann, bob);
        AtomicInteger lost = new AtomicInteger();
        ann.tab().page().route("**/rooms/*/messages", route -> {
            if (route.request().method().equals("POST") && lost.incrementAndGet() <= 2) {
                route.fetch();
                route.abort();
            } else {
                route.resume();
            }
        });
        ann.tab().say("once");
        ann.tab().say("then this");
        ann.tab().awaitAllStored();
        bob.tab().awaitSaid(List.of("once", "then this"));
        assertThat(ann.tab().logSays()).containsExactly("once", "then this");
        assertThat(lost.get()).as("the first answers were lost").isGreaterThanOrEqualTo(2);
    }

    @Test
    void aMessageWhoseRoomIsLeftAtOnceIsSentOnceAndNotGivenBackToBeSentAgain() {
        Person ann = signedUp("ann");
        Person bob = signedUp("bob");
        meet(ann, bob);
        ann.tab().composer().fill("on the way out");
        ann.tab()
                .page()
                .evaluate("() => { document.querySelector('.composer textarea').form.requestSubmit();"
                        + " location.hash = '#/'; }");
        bob.tab().awaitSaid(List.of("on the way out"));

        assertThat(ann.tab().page().getByText("could not store the message")).hasCount(0);
        ann.tab().openRoom(bob.name());
        ann.tab().awaitSaid(List.of("on the way out"));
        assertThat(ann.tab().composer()).hasValue("");
    }

    @Test
    void aRefusedMessageSaysWhyAndDoesNotHoldUpTheNext() {
        Person ann = signedUp("ann");
        Person bob = signedUp("bob");
        meet(ann, bob);
        ann.tab().say("with a bell\u0007");
        ann.tab().say("without");
        bob.tab().awaitSaid(List.of("without"));
        assertThat(ann.tab().page().locator(".refusal")).containsText("Not sent: ");

        ann.tab().button("Edit and send again").click();
        assertThat(ann.tab().composer()).hasValue("with a bell\u0007");
        ann.tab().say("with no bell");
        bob.tab().awaitSaid(List.of("without", "with no bell"));
        ann.tab().awaitSaid(List.of("without", "with no bell"));
    }

    @Test
    void whatWasWrittenForAGroupThatThrewOneOutIsShownAsNotSent() {
        Person ann = signedUp("ann");
        Person bob = signedUp("bob");
        String group = name("Team ");
        ann.tab().createGroup(group, bob.name());
        bob.tab().openRoom(group);
        bob.offline(true);
        bob.tab().say("too late");
        bob.tab().awaitState("too late", "Waiting to be sent");
        ann.tab().button("Details").click();
        ann.tab().button("Remove " + bob.name()).click();
        assertThat(ann.tab().page().getByText("1 member").first()).isVisible();
        bob.offline(false);

        bob.tab().button("1 message was not sent").click();
        assertThat(bob.tab().page().locator("dialog .unsent .body")).hasText("too late");
        bob.tab().button("Discard").click();
        bob.tab().button("Close").click();
        assertThat(bob.tab().button("1 message was not sent")).hasCount(0);
        assertThat(bob.tab().room(group)).hasCount(0);
    }

    @Test
    void aServerThatWentBackToAnOlderCopySaysSoAndGetsWhatItLacks() throws IOException {
        Person ann = signedUp("ann");
        Person bob = signedUp("bob");
        meet(ann, bob);
        ann.tab().say("in the copy");
        bob.tab().awaitSaid(List.of("in the copy"));
        ann.tab().awaitState("in the copy", "Seen");

        server().kill();
        Path data = server().data();
        Path copy = Files.createTempDirectory("chat-copy");
        copy(data, copy);
        server().start();
        ann.tab().say("after the copy");
        bob.tab().awaitSaid(List.of("in the copy", "after the copy"));
        ann.tab().awaitAllStored();

        server().kill();
        Stage.delete(data);
        copy(copy, data);
        Stage.delete(copy);
        server().start();

        ann.tab().awaitText("The server was restored from a backup.");
        bob.tab().awaitSaid(List.of("in the copy", "after the copy"));
        ann.tab().awaitSaid(List.of("in the copy", "after the copy"));
        assertThat(ann.tab().logSays()).containsExactly("in the copy", "after the copy");
    }

    private static void copy(Path from, Path to) throws IOException {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> all = Files.walk(from)) {
            all.forEach(files::add);
        }
        for (Path file : files) {
            Path target = to.resolve(from.relativize(file).toString());
            if (Files.isDirectory(file)) {
                Files.createDirectories(target);
            } else {
                Files.copy(file, target);
            }
        }
    }
}
