package chat262.it.process;

import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.client.Answer;
import chat262.it.client.Api;
import chat262.it.client.Person;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of the sends that a server has under way when it is told to stop. */
class DrainIT {
    private static final Map<String, String> SETTINGS =
            Map.of("CHAT_PASSWORD_ITERATIONS", "1024", "CHAT_START_TIMEOUT", "300");

    private static final int SENDERS = 8;
    private static final int SENT_BEFORE_THE_STOP = 100;
    private static final String TEXT = "sent while the server stops";

    @TempDir
    static Path data;

    private final Map<String, Answer> answers = new ConcurrentHashMap<>();
    private final List<String> unanswered = new ArrayList<>();
    private final CountDownLatch sent = new CountDownLatch(SENT_BEFORE_THE_STOP);

    @Test
    void whatIsAnsweredAsStoredIsThereWhatIsRefusedIsNotAndARepeatStoresNothingTwice() throws Exception {
        try (ServerProcess server = ServerProcess.start(data, SETTINGS)) {
            Api nobody = Api.of(server.url());
            Person anna = Person.join(nobody, "anna");
            long room = anna.direct(Person.join(nobody, "ben"));
            List<Thread> senders = new ArrayList<>();
            for (int i = 0; i < SENDERS; i++) {
                Thread sender = new Thread(() -> sendUntilItIsGone(anna, room));
                sender.start();
                senders.add(sender);
            }
            assertThat(sent.await(5, TimeUnit.MINUTES)).isTrue();
            server.stop();
            for (Thread sender : senders) {
                sender.join();
            }
            assertThat(answers.values()).allMatch(answer -> answer.status() == 201 || answer.status() == 503);
            server.start();
            List<String> stored = keysIn(room, anna);
            assertThat(stored).containsAll(answeredWith(answer -> answer.status() == 201));
            assertThat(answeredWith(answer -> hasSlug(answer, "overloaded"))).noneMatch(stored::contains);
            // A 503 "unavailable" says that the outcome may be unknown, like no answer at all.
            unanswered.addAll(answeredWith(answer -> hasSlug(answer, "unavailable")));
            unanswered.forEach(key -> anna.send(room, TEXT, key).expect(200, 201));
            List<String> afterwards = keysIn(room, anna);
            assertThat(afterwards).doesNotHaveDuplicates();
            assertThat(unanswered).allMatch(afterwards::contains);
        }
    }

    private void sendUntilItIsGone(Person anna, long room) {
        while (true) {
            String key = Person.newKey();
            try {
                Answer answer = anna.send(room, TEXT, key);
                answers.put(key, answer);
                sent.countDown();
            } catch (UncheckedIOException e) {
                synchronized (unanswered) {
                    unanswered.add(key);
                }
                return;
            }
        }
    }

    private List<String> answeredWith(Predicate<Answer> what) {
        return answers.entrySet().stream()
                .filter(each -> what.test(each.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean hasSlug(Answer answer, String slug) {
        return answer.slug().filter(slug::equals).isPresent();
    }

    private static List<String> keysIn(long room, Person anna) {
        return anna.log(room).stream().map(entry -> entry.getString("key")).toList();
    }
}
