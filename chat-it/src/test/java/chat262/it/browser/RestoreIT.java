package chat262.it.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A server whose data folder was put back to what it was some time ago. */
class RestoreIT extends PageTest {
    private static final List<String> BOTH = List.of("in the copy", "after the copy");

    @Test
    void aServerThatWentBackToAnOlderCopySaysSoAndGetsWhatItLacks() throws IOException {
        Person ann = signedUp("ann");
        Person bob = signedUp("bob");
        restore(copyBetweenTwoMessages(ann, bob));

        ann.tab().awaitText("The server was restored from a backup.");
        bob.tab().awaitSaid(BOTH);
        ann.tab().awaitSaid(BOTH);
        assertThat(ann.tab().logSays()).isEqualTo(BOTH);
    }

    @Test
    void aServerThatWasToldOfTheRestoreGetsWhatItLacksWhenOneHasLoggedInAgain() throws IOException {
        Person ann = signedUp("ann");
        Person bob = signedUp("bob");
        Path copy = copyBetweenTwoMessages(ann, bob);
        server().set("CHAT_RESTORED", name("restore"));
        restore(copy);

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

    private Path copyBetweenTwoMessages(Person ann, Person bob) throws IOException {
        meet(ann, bob);
        ann.tab().say("in the copy");
        bob.tab().awaitSaid(List.of("in the copy"));
        ann.tab().awaitState("in the copy", "Seen");
        Path copy = copyOfServer();
        ann.tab().say("after the copy");
        bob.tab().awaitSaid(BOTH);
        ann.tab().awaitAllStored();
        return copy;
    }

    @Test
    void whatHasTheIdOfALostRoomIsNotTakenForThatRoom() throws IOException {
        Person ann = signedUp("ann");
        Person bob = signedUp("bob");
        Person carl = signedUp("carl");
        Path copy = copyOfServer();
        String lost = name("Lost ");
        ann.tab().createGroup(lost, carl.name());
        long id = ann.tab().roomId();
        ann.tab().say("lost");
        ann.tab().awaitAllStored();
        ann.offline(true);
        ann.tab().say("only for the lost group");
        ann.tab().awaitState("only for the lost group", "Waiting to be sent");

        restore(copy);
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

    private static Path copyOfServer() throws IOException {
        server().kill();
        Path copy = Files.createTempDirectory("chat-copy");
        copy(server().data(), copy);
        server().start();
        return copy;
    }

    private static void restore(Path copy) throws IOException {
        server().kill();
        Stage.delete(server().data());
        copy(copy, server().data());
        Stage.delete(copy);
        server().start();
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
