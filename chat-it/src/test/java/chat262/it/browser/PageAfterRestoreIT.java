package chat262.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.client.Person;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A page whose server was restored from a backup. */
class PageAfterRestoreIT extends PageTest {
    private static final List<String> BOTH = List.of("in the copy", "after the copy");

    @TempDir
    Path backup;

    /** One backup and one restore for both cases, as each restarts the server. */
    @Test
    void aPageGivesTheServerWhatItLacksAndTakesNoOtherRoomForTheLostOne() {
        BrowserUser ann = signedUp("ann");
        BrowserUser bob = signedUp("bob");
        BrowserUser eve = signedUp("eve");
        BrowserUser finn = signedUp("finn");
        sayInTheCopy(ann, bob);
        server().backUp(backup);
        long id = writeToAGroupThatGetsLost(eve, finn);
        sayAfterTheCopy(ann, bob);
        server().restore(backup);

        noticesTheRestoreByItself(ann, bob);
        doesNotTakeAnotherGroupForTheLostOne(eve, bob, id);
    }

    @Test
    void aPageGivesAServerThatDeclaresTheRestoreWhatItLacksAfterTheNextLogin() {
        BrowserUser ann = signedUp("ann");
        BrowserUser bob = signedUp("bob");
        sayInTheCopy(ann, bob);
        server().backUp(backup);
        sayAfterTheCopy(ann, bob);
        server().set("CHAT_RESTORED", name("restore"));
        server().restore(backup);

        noticesTheRestoreAtTheNextLogin(ann, bob);
    }

    private void sayInTheCopy(BrowserUser one, BrowserUser other) {
        meet(one, other);
        one.tab().say("in the copy");
        other.tab().awaitSaid(List.of("in the copy"));
        one.tab().awaitState("in the copy", "Seen");
    }

    private static void sayAfterTheCopy(BrowserUser one, BrowserUser other) {
        one.tab().openRoom(other.name());
        other.tab().openRoom(one.name());
        one.tab().say("after the copy");
        other.tab().awaitSaid(BOTH);
        one.tab().awaitAllStored();
    }

    /** Returns the id of the group, the first room after the backup. */
    private static long writeToAGroupThatGetsLost(BrowserUser owner, BrowserUser member) {
        owner.tab().createGroup(name("Lost "), member.name());
        owner.tab().say("lost");
        owner.tab().awaitAllStored();
        owner.offline(true);
        owner.tab().say("only for the lost group");
        owner.tab().awaitState("only for the lost group", "Waiting to be sent");
        return owner.tab().roomId();
    }

    private static void noticesTheRestoreByItself(BrowserUser ann, BrowserUser bob) {
        ann.tab().awaitText("The server was restored from a backup.");
        bob.tab().awaitSaid(BOTH);
        ann.tab().awaitSaid(BOTH);
        assertThat(ann.tab().logSays()).isEqualTo(BOTH);
    }

    private static void doesNotTakeAnotherGroupForTheLostOne(BrowserUser eve, BrowserUser bob, long id) {
        String other = name("Other ");
        bob.tab().createGroup(other, eve.name());
        assertThat(bob.tab().roomId()).isEqualTo(id);
        List<String> texts = List.of("one", "two", "three", "four", "five");
        texts.forEach(bob.tab()::say);
        bob.tab().awaitAllStored();
        eve.offline(false);

        eve.tab().openRoom(other);
        eve.tab().awaitText("The server was restored from a backup.");
        eve.tab().awaitSaid(texts);
        eve.tab().button("2 messages were not sent").click();
        assertThat(eve.tab().page().locator("dialog .unsent .body"))
                .hasText(new String[] {"lost", "only for the lost group"});
        assertThat(bob.tab().logSays()).isEqualTo(texts);
    }

    private static void noticesTheRestoreAtTheNextLogin(BrowserUser ann, BrowserUser bob) {
        for (BrowserUser user : List.of(ann, bob)) {
            user.tab().awaitText(user.name() + " is logged out here");
            user.tab().page().getByLabel("Password").fill(Person.PASSWORD);
            user.tab().button("Log in").click();
            user.tab().awaitText("The server was restored from a backup.");
        }
        ann.tab().openRoom(bob.name());
        ann.tab().awaitSaid(BOTH);
        bob.tab().openRoom(ann.name());
        bob.tab().awaitSaid(BOTH);
        assertThat(ann.tab().logSays()).isEqualTo(BOTH);
    }
}
