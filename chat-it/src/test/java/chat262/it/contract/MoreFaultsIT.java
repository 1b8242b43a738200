package chat262.it.contract;

import static chat262.it.contract.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.TouchesStorage;
import chat262.it.client.Answer;
import chat262.it.client.Fields;
import chat262.it.client.Person;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What else went wrong in the original when it was run. */
@TouchesStorage
@ExtendWith(SharedServer.class)
class MoreFaultsIT {
    private final Person anna = SharedServer.somebody();
    private final Person ben = SharedServer.somebody();
    private final long group = anna.group(SharedServer.unusedName("more"), ben);

    @Test
    void aCursorBeyondTheEndIsRefusedAndTheRoomIsNotSilenced() {
        assertRefused(ben.acknowledge(group, 1_000_000_000), "beyond-the-end");
        anna.say(group, "still audible");
        assertThat(ben.fetch(group).objects("messages")).hasSize(2);
    }

    @Test
    void whoIsNoMemberSendsNothingToAGroup() {
        Person eve = SharedServer.somebody();
        assertRefused(eve.send(group, "let me in"), "not-found");
        assertThat(anna.log(group)).hasSize(1);
    }

    @Test
    void messagesOfAMemberWhoLeftAreThereForThoseWhoHadNotFetchedThem() {
        ben.say(group, "read this later");
        ben.remove(group, ben).expect(204);
        assertThat(anna.fetch(group).objects("messages").get(1).getString("body"))
                .isEqualTo("read this later");
    }

    @Test
    void aNameTwiceInANewGroupDoesNotBreakItsDeletion() {
        long twice = anna.group(SharedServer.unusedName("twice"), ben, ben);
        assertThat(ben.deleteAccount().status()).isEqualTo(204);
        assertThat(anna.room(twice).objects("members")).hasSize(1);
    }

    @Test
    void aBacklogComesInPages() {
        for (int n = 0; n < 120; n++) {
            anna.say(group, "message " + n);
        }
        Answer first = ben.fetch(group, "after=0");
        assertThat(first.objects("messages")).hasSize(100);
        assertThat(first.number("lastSeq")).isEqualTo(121);
        assertThat(ben.fetch(group, "after=100").objects("messages")).hasSize(21);
    }

    @Test
    void anUnknownGroupIsNotFoundAndNoFault() {
        for (String id : List.of("123456789", "unknown", "0")) {
            assertRefused(anna.api().get("/rooms/" + id), "not-found");
            assertRefused(
                    anna.api().keyed(Person.newKey()).post("/rooms/" + id + "/messages", Fields.of("body", "x")),
                    "not-found");
        }
    }
}
