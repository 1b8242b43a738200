package chat262.it.contract;

import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.client.Answer;
import chat262.it.client.Fields;
import chat262.it.client.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SharedServer.class)
class SendIT {
    private final Person anna = SharedServer.somebody();
    private final Person ben = SharedServer.somebody();
    private final long room = anna.direct(ben);

    @Test
    void aSendAnswersWithTheStoredMessage() {
        String key = Person.newKey();
        Answer answer = anna.send(room, "hello", key);
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.json())
                .containsAllEntriesOf(Fields.of(
                        "room", room, "seq", 1, "kind", "text", "sender", anna.name(), "key", key, "body", "hello"));
        assertThat(answer.json()).containsOnlyKeys("room", "seq", "kind", "sender", "sentAt", "key", "body");
    }
}
