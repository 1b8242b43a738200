package chat262.it.contract;

import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.TouchesStorage;
import chat262.it.client.Answer;
import chat262.it.client.Person;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Sixteen threads at once, on one room and on many. */
@TouchesStorage
@ExtendWith(SharedServer.class)
class ManyWritersIT {
    private static final int WRITERS = 16;
    private static final int EACH = 40;
    private static final long SEED = 262;

    private final ExecutorService pool = Executors.newCachedThreadPool();
    private final List<Person> people =
            IntStream.range(0, WRITERS).mapToObj(n -> SharedServer.somebody()).toList();
    private final ConcurrentLinkedQueue<JsonObject> accepted = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean ended = new AtomicBoolean();

    @AfterEach
    void stopEverybody() {
        pool.shutdownNow();
    }

    private long group() {
        return people.get(0)
                .group(
                        SharedServer.unusedName("many"),
                        people.subList(1, WRITERS).toArray(Person[]::new));
    }

    /** Sends a message, now and then twice at once or again later, always under its one key. */
    private void send(Person writer, long room, String body, Random random) throws Exception {
        String key = Person.newKey();
        List<Answer> answers = new ArrayList<>();
        int way = random.nextInt(4);
        if (way == 0) {
            Future<Answer> twin = pool.submit(() -> writer.send(room, body, key));
            answers.add(writer.send(room, body, key));
            answers.add(twin.get());
        } else {
            answers.add(writer.send(room, body, key));
            if (way == 1) {
                answers.add(writer.send(room, body, key));
            }
        }
        assertThat(answers).extracting(Answer::status).containsOnlyOnce(201).isSubsetOf(200, 201);
        assertThat(answers).extracting(Answer::json).containsOnly(answers.get(0).json());
        accepted.add(answers.get(0).json());
    }

    /** Follows a room as a client does, until the writers have ended and nothing is left; returns what it saw. */
    private List<JsonObject> follow(Person reader, long room) {
        List<JsonObject> seen = new ArrayList<>();
        while (true) {
            boolean wasEnded = ended.get();
            Answer page = reader.fetch(room, "limit=7&after=" + seen.size()).expect(200);
            for (JsonObject entry : page.objects("messages")) {
                assertThat(entry.getInt("seq")).isEqualTo(seen.size() + 1);
                seen.add(entry);
            }
            assertThat(page.number("lastSeq")).isGreaterThanOrEqualTo(seen.size());
            if (wasEnded && page.objects("messages").isEmpty()) {
                return seen;
            }
        }
    }

    private static void getAll(List<? extends Future<?>> tasks) throws InterruptedException, ExecutionException {
        for (Future<?> task : tasks) {
            task.get();
        }
    }

    private List<Long> acceptedSeqs(long room) {
        return accepted.stream()
                .filter(message -> message.getJsonNumber("room").longValueExact() == room)
                .map(message -> message.getJsonNumber("seq").longValueExact())
                .toList();
    }

    private static Long[] range(long first, long last) {
        return LongStream.rangeClosed(first, last).boxed().toArray(Long[]::new);
    }

    private Callable<Void> writer(int n, List<Long> rooms) {
        Random random = new Random(SEED + n);
        return () -> {
            for (int i = 0; i < EACH; i++) {
                send(people.get(n), rooms.get(random.nextInt(rooms.size())), n + " says " + i, random);
            }
            return null;
        };
    }

    @Test
    void inOneRoomNoNumberIsMissingNoKeyIsTwiceAndNoReaderStepsOverAMessage() throws Exception {
        long room = group();
        List<Future<List<JsonObject>>> readers = IntStream.range(0, 2)
                .mapToObj(n -> pool.submit(() -> follow(people.get(n), room)))
                .toList();
        getAll(IntStream.range(0, WRITERS)
                .mapToObj(n -> pool.submit(writer(n, List.of(room))))
                .toList());
        ended.set(true);

        int total = WRITERS * EACH;
        assertThat(acceptedSeqs(room)).containsExactlyInAnyOrder(range(2, total + 1));
        assertThat(accepted).extracting(message -> message.getString("key")).doesNotHaveDuplicates();
        List<JsonObject> log = people.get(0).log(room);
        assertThat(log).hasSize(total + 1);
        assertThat(readers.get(0).get()).isEqualTo(log);
        assertThat(readers.get(1).get()).isEqualTo(people.get(1).log(room));
    }

    @Test
    void eachWritersMessagesStayInTheirOrder() throws Exception {
        long room = group();
        getAll(IntStream.range(0, WRITERS)
                .mapToObj(n -> pool.submit(writer(n, List.of(room))))
                .toList());
        List<JsonObject> log = people.get(0).log(room);
        for (int n = 0; n < WRITERS; n++) {
            String writer = people.get(n).name();
            int number = n;
            assertThat(log.stream()
                            .filter(entry -> entry.getString("kind").equals("text"))
                            .filter(entry -> entry.getString("sender").equals(writer))
                            .map(entry -> entry.getString("body")))
                    .containsExactly(IntStream.range(0, EACH)
                            .mapToObj(i -> number + " says " + i)
                            .toArray(String[]::new));
        }
    }

    @Test
    void inManyRoomsEachIsNumberedOnItsOwn() throws Exception {
        List<Long> rooms = IntStream.range(0, 8).mapToObj(n -> group()).toList();
        List<Future<List<JsonObject>>> readers = rooms.stream()
                .limit(3)
                .map(room -> pool.submit(() -> follow(people.get(0), room)))
                .toList();
        getAll(IntStream.range(0, WRITERS)
                .mapToObj(n -> pool.submit(writer(n, rooms)))
                .toList());
        ended.set(true);

        assertThat(accepted).hasSize(WRITERS * EACH);
        assertThat(accepted).extracting(message -> message.getString("key")).doesNotHaveDuplicates();
        for (long room : rooms) {
            List<Long> seqs = acceptedSeqs(room);
            assertThat(seqs).containsExactlyInAnyOrder(range(2, seqs.size() + 1));
            assertThat(people.get(3).log(room)).hasSize(seqs.size() + 1);
        }
        for (int n = 0; n < readers.size(); n++) {
            assertThat(readers.get(n).get()).isEqualTo(people.get(0).log(rooms.get(n)));
        }
    }
}
