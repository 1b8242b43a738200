package chat262.it.contract;

import static chat262.it.contract.Refusals.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.TouchesStorage;
import chat262.it.client.Answer;
import chat262.it.client.Fields;
import chat262.it.client.Person;
import chat262.it.client.RawConnection;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The eight faults of the original, as far as a server can have them. */
@TouchesStorage
@ExtendWith(SharedServer.class)
class EightFaultsIT {
    private final Person anna = SharedServer.somebody();
    private final Person ben = SharedServer.somebody();

    private static List<String> bodies(Answer fetch) {
        return fetch.expect(200).objects("messages").stream()
                .map(message -> message.getString("body", ""))
                .toList();
    }

    /** It acked before it printed. Here a client that dies after any fetch gets the same messages again. */
    @Test
    void fault1WhatWasFetchedButNotAcknowledgedIsFetchedAgain() {
        long room = anna.direct(ben);
        anna.say(room, "one");
        anna.say(room, "two");
        for (int crash = 0; crash < 3; crash++) {
            Person again = Person.logIn(SharedServer.api(), ben.name());
            assertThat(bodies(again.fetch(room))).containsExactly("one", "two");
            assertThat(bodies(again.fetch(room, "after=0"))).containsExactly("one", "two");
            assertThat(again.room(room).number("unread")).isEqualTo(2);
        }
    }

    /** A failed ack showed the message again. Here an ack can be repeated until its answer comes. */
    @Test
    void fault2ARepeatedAckChangesNothingAndARefusedOneNeitherLosesNorRepeats() {
        long room = anna.direct(ben);
        anna.say(room, "one");
        anna.say(room, "two");
        Answer first = ben.acknowledge(room, 1);
        for (int repeat = 0; repeat < 3; repeat++) {
            assertThat(ben.acknowledge(room, 1).json()).isEqualTo(first.json());
        }
        assertRefused(ben.acknowledge(room, 3), "beyond-the-end");
        assertThat(bodies(ben.fetch(room))).containsExactly("two");
    }

    /** A send that timed out after the commit was stored twice. Here its repeat finds it. */
    @Test
    void fault3ASendWhoseAnswerWasLostIsStoredOnce() throws IOException {
        long room = anna.direct(ben);
        String token = tokenOf(anna);
        String key = Person.newKey();
        String body = "{\"body\":\"sent once\"}";
        try (RawConnection cut = RawConnection.to(SharedServer.process().url())) {
            cut.write("POST /api/v1/rooms/" + room + "/messages HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                    + token
                    + "\r\nIdempotency-Key: " + key + "\r\nContent-Type: application/json\r\nContent-Length: "
                    + body.length() + "\r\n\r\n" + body);
            // Gone without having read the answer.
        }
        Answer repeat = SharedServer.api().as(token).keyed(key).send("POST", "/rooms/" + room + "/messages", body);
        assertThat(repeat.status()).isIn(200, 201);
        assertThat(bodies(ben.fetch(room))).containsExactly("sent once");
    }

    private static String tokenOf(Person person) {
        return SharedServer.api()
                .post("/sessions", Fields.of("username", person.name(), "password", Person.PASSWORD, "takeOver", true))
                .expect(201)
                .text("token");
    }

    /** A group message could be committed without the members' read marks. Here it is unread for each as soon as it is there. */
    @Test
    void fault4AGroupMessageIsThereForEveryMemberAtOnce() {
        List<Person> members =
                IntStream.range(0, 5).mapToObj(n -> SharedServer.somebody()).toList();
        long group = anna.group(SharedServer.unusedName("faults"), members.toArray(Person[]::new));
        members.forEach(member -> member.acknowledge(group, 1).expect(200));
        anna.say(group, "for all of you");
        for (Person member : members) {
            assertThat(bodies(member.fetch(group))).containsExactly("for all of you");
            assertThat(member.room(group).number("unread")).isEqualTo(1);
            member.acknowledge(group, 2).expect(200);
            assertThat(bodies(member.fetch(group))).isEmpty();
        }
    }

    /** A private chat grew one read mark per message and acked an arbitrary one. Here one ack covers all below it. */
    @Test
    void fault5OneAckCoversEverythingUpToItAndNothingAbove() {
        long room = anna.direct(ben);
        IntStream.rangeClosed(1, 20).forEach(n -> anna.say(room, "message " + n));
        ben.acknowledge(room, 13).expect(200);
        assertThat(bodies(ben.fetch(room)))
                .containsExactlyElementsOf(IntStream.rangeClosed(14, 20)
                        .mapToObj(n -> "message " + n)
                        .toList());
        assertThat(ben.room(room).objects("members")).hasSize(2);
    }

    /** Its cursor stepped over late commits. Here a reader that follows eight writers sees every seq in turn. */
    @Test
    void fault6AReaderBesideWritersNeverStepsOverAMessage() throws Exception {
        List<Person> writers =
                IntStream.range(0, 8).mapToObj(n -> SharedServer.somebody()).toList();
        long group = anna.group(SharedServer.unusedName("faults"), writers.toArray(Person[]::new));
        int each = 25;
        ExecutorService pool = Executors.newFixedThreadPool(writers.size());
        try {
            List<? extends Future<?>> writing = writers.stream()
                    .map(writer -> pool.submit(() -> IntStream.range(0, each).forEach(n -> writer.say(group, "m" + n))))
                    .toList();
            long last = 1;
            while (last < 1 + (long) writers.size() * each) {
                boolean ended = writing.stream().allMatch(Future::isDone);
                List<JsonObject> page =
                        anna.fetch(group, "after=" + last).expect(200).objects("messages");
                for (JsonObject message : page) {
                    assertThat(message.getInt("seq")).isEqualTo(last + 1);
                    last++;
                }
                assertThat(ended && page.isEmpty())
                        .as("the writers have ended at %d", last)
                        .isFalse();
            }
            for (Future<?> writer : writing) {
                writer.get();
            }
        } finally {
            pool.shutdownNow();
        }
    }

    /** A client that crashed stayed logged in for ever. Here the next login can take over. */
    @Test
    void fault7WhoCrashedLoggedInIsNotLockedOut() {
        assertRefused(
                SharedServer.api().post("/sessions", Fields.of("username", anna.name(), "password", Person.PASSWORD)),
                "logged-in-elsewhere");
        Person again = Person.logIn(SharedServer.api(), anna.name());
        assertThat(again.api().get("/rooms").status()).isEqualTo(200);
        assertRefused(anna.api().get("/rooms"), "not-logged-in");
    }

    /** Anybody could act as anybody, and % and _ were wildcards. */
    @Test
    void fault8NobodyActsForAnotherAndOnlyTheStarIsAWildcard() {
        long room = anna.direct(ben);
        Answer sent = ben.api()
                .keyed(Person.newKey())
                .post(
                        "/rooms/" + room + "/messages",
                        Fields.of("body", "me", "sender", anna.name(), "username", anna.name()));
        assertThat(sent.text("sender")).isEqualTo(ben.name());
        Person eve = SharedServer.somebody();
        assertRefused(eve.fetch(room), "not-found");
        assertRefused(eve.send(room, "x"), "not-found");
        assertRefused(eve.acknowledge(room, 1), "not-found");
        assertRefused(eve.api().delete("/sessions/" + anna.sessionId()), "not-found");
        for (String pattern :
                List.of("%25", "_", anna.name().replace('.', '_'), anna.name().substring(0, 1) + "%25")) {
            assertThat(eve.api().get("/accounts?match=" + pattern).objects("accounts"))
                    .isEmpty();
            assertThat(eve.api().get("/rooms/search?match=" + pattern).json().getJsonArray("byName"))
                    .isEmpty();
        }
    }
}
