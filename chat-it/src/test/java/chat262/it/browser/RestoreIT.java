package chat262.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server whose data folder was put back to what it was some time ago. */
class RestoreIT extends PageTest {
    @TempDir
    Path backup;

    private static final List<String> BOTH = List.of("in the copy", "after the copy");

    @Test
    void aServerThatWentBackToAnOlderCopySaysSoAndGetsWhatItLacks() {
        Person ann = signedUp("ann");
        Person bob = signedUp("bob");
        copyBetweenTwoMessages(ann, bob);
        server().restore(backup);

        ann.tab().awaitText("The server was restored from a backup.");
        bob.tab().awaitSaid(BOTH);
        ann.tab().awaitSaid(BOTH);
        assertThat(ann.tab().logSays()).isEqualTo(BOTH);
    }

    @Test
    void aServerThatWasToldOfTheRestoreGetsWhatItLacksWhenOneHasLoggedInAgain() {
        Person ann = signedUp("ann");
        Person bob = signedUp("bob");
        copyBetweenTwoMessages(ann, bob);
        server().set("CHAT_RESTORED", name("restore"));
        server().restore(backup);

        for (Person person : List.of(ann, bob)) {
            person.tab().awaitText(person.name() + " is logged out here");
            person.tab().page().getByLabel("Password").fill(Person.PASSWORD);
            person.tab().button("Log in").click();
            person.tab().awaitText("The server was restored from a backup.");
        }
        ann.tab().openRoom(bob.name());
        ann.tab().awaitSaid(BOTH);
        bob.tab().openRoom(ann.name());
        bob.tab().awaitSaid(BOTH);
        assertThat(ann.tab().logSays()).isEqualTo(BOTH);
    }

    private void copyBetweenTwoMessages(Person ann, Person bob) {
        meet(ann, bob);
        ann.tab().say("in the copy");
        bob.tab().awaitSaid(List.of("in the copy"));
        ann.tab().awaitState("in the copy", "Seen");
        server().backUp(backup);
        ann.tab().say("after the copy");
        bob.tab().awaitSaid(BOTH);
        ann.tab().awaitAllStored();
    }

    @Test
    void whatHasTheIdOfALostRoomIsNotTakenForThatRoom() {
        Person ann = signedUp("ann");
        Person bob = signedUp("bob");
        Person carl = signedUp("carl");
        server().backUp(backup);
        String lost = name("Lost ");
        ann.tab().createGroup(lost, carl.name());
        long id = ann.tab().roomId();
        ann.tab().say("lost");
        ann.tab().awaitAllStored();
        ann.offline(true);
        ann.tab().say("only for the lost group");
        ann.tab().awaitState("only for the lost group", "Waiting to be sent");

        server().restore(backup);
        String other = name("Other ");
        bob.tab().createGroup(other, ann.name());
        assertThat(bob.tab().roomId()).isEqualTo(id);
        List<String> texts = List.of("one", "two", "three", "four", "five");
        texts.forEach(bob.tab()::say);
        bob.tab().awaitAllStored();
        ann.offline(false);

        ann.tab().openRoom(other);
        ann.tab().awaitText("The server was restored from a backup.");
        ann.tab().awaitSaid(texts);
        ann.tab().button("2 messages were not sent").click();
        assertThat(ann.tab().page().locator("dialog .unsent .body"))
                .hasText(new String[] {"lost", "only for the lost group"});
        assertThat(bob.tab().logSays()).isEqualTo(texts);
    }
}
