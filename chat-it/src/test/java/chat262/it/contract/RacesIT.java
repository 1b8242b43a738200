package chat262.it.contract;

import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.TouchesStorage;
import chat262.it.client.Answer;
import chat262.it.client.Api;
import chat262.it.client.Fields;
import chat262.it.client.Person;
import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Calls at one and the same time, of which one is the first. */
@TouchesStorage
@ExtendWith(SharedServer.class)
class RacesIT {

    private final Api nobody = SharedServer.api();

    private static List<JsonObject> members(Person viewer, long room) {
        return viewer.room(room).expect(200).objects("members");
    }

    @Test
    void ofManyWhoRegisterOneNameOneGetsIt() throws Exception {
        String name = SharedServer.unusedName("race");
        List<Answer> answers = Simultaneous.manyAtOnce(
                () -> nobody.post("/accounts", Fields.of("username", name, "password", Person.PASSWORD)));
        assertThat(Simultaneous.outcomes(answers)).containsOnlyOnce("201").containsOnly("201", "username-taken");
    }

    @Test
    void ofManyWhoCreateAGroupOfOneNameOneDoes() throws Exception {
        Person anna = SharedServer.somebody();
        Person ben = SharedServer.somebody();
        var request = Fields.of("name", SharedServer.unusedName("race"), "members", List.of(ben.name()));
        assertThat(Simultaneous.outcomes(
                        Simultaneous.manyAtOnce(() -> anna.api().post("/rooms", request))))
                .containsOnlyOnce("201")
                .containsOnly("201", "room-name-taken");
        String key = Person.newKey();
        var second = Fields.of("name", SharedServer.unusedName("race"), "members", List.of(ben.name()));
        List<Answer> keyed = Simultaneous.manyAtOnce(() -> anna.api().keyed(key).post("/rooms", second));
        assertThat(Simultaneous.outcomes(keyed)).containsOnlyOnce("201").containsOnly("200", "201");
        assertThat(keyed)
                .extracting(answer -> answer.number("id"))
                .containsOnly(keyed.get(0).number("id"));
    }

    @Test
    void aDirectRoomIsOneHoweverManyOpenItAtOnce() throws Exception {
        Person anna = SharedServer.somebody();
        Person ben = SharedServer.somebody();
        List<Callable<Answer>> calls = new ArrayList<>();
        for (int n = 0; n < Simultaneous.CALLS / 2; n++) {
            calls.add(() -> anna.api().put("/rooms/direct/" + ben.name()));
            calls.add(() -> ben.api().put("/rooms/direct/" + anna.name()));
        }
        List<Answer> answers = Simultaneous.atOnce(calls);
        assertThat(Simultaneous.outcomes(answers)).containsOnlyOnce("201").containsOnly("200", "201");
        assertThat(answers)
                .extracting(answer -> answer.number("id"))
                .containsOnly(answers.get(0).number("id"));
        assertThat(anna.api().get("/rooms").objects("rooms")).hasSize(1);
    }

    @Test
    void aKeyThatIsUsedAtOnceForAMessageAndForACallThatWritesNoEntryIsStoredForOne() throws Exception {
        Person anna = SharedServer.somebody();
        Person ben = SharedServer.somebody();
        long room = anna.direct(ben);
        long other = anna.group(SharedServer.unusedName("race"), ben);
        for (int n = 0; n < Simultaneous.CALLS; n++) {
            String key = Person.newKey();
            List<Callable<Answer>> calls = List.of(
                    () -> anna.send(room, "message", key),
                    () -> anna.api().keyed(key).patch("/rooms/" + other, Fields.of("listed", false)));
            assertThat(Simultaneous.outcomes(Simultaneous.atOnce(calls)))
                    .containsOnlyOnce("key-reused")
                    .containsAnyOf("200", "201");
        }
    }

    @Test
    void ofOneKeySentToManyRoomsAtOnceOneMessageComes() throws Exception {
        Person anna = SharedServer.somebody();
        String key = Person.newKey();
        List<Callable<Answer>> calls = new ArrayList<>();
        for (int n = 0; n < Simultaneous.CALLS; n++) {
            long room = anna.direct(SharedServer.somebody());
            calls.add(() -> anna.send(room, "where?", key));
        }
        assertThat(Simultaneous.outcomes(Simultaneous.atOnce(calls)))
                .containsOnlyOnce("201")
                .containsOnly("201", "key-reused");
        assertThat(anna.api().get("/rooms").objects("rooms"))
                .extracting(room -> room.getInt("lastSeq"))
                .containsOnlyOnce(1)
                .containsOnly(0, 1);
    }

    @Test
    void ofManyLoginsAtOnceOneSucceeds() throws Exception {
        Person anna = SharedServer.somebody();
        anna.api().delete("/sessions/current").expect(204);
        var login = Fields.of("username", anna.name(), "password", Person.PASSWORD);
        List<Answer> answers = Simultaneous.manyAtOnce(() -> nobody.post("/sessions", login));
        assertThat(Simultaneous.outcomes(answers)).containsOnlyOnce("201").containsOnly("201", "logged-in-elsewhere");
    }

    @Test
    void ofManyTakeOversAtOnceOneSessionIsLeft() throws Exception {
        Person anna = SharedServer.somebody();
        var login = Fields.of("username", anna.name(), "password", Person.PASSWORD, "takeOver", true);
        List<Answer> answers = Simultaneous.manyAtOnce(() -> nobody.post("/sessions", login));
        assertThat(Simultaneous.outcomes(answers)).containsOnly("201");
        assertThat(answers.stream()
                        .map(answer ->
                                nobody.as(answer.text("token")).get("/rooms").status()))
                .containsOnlyOnce(200)
                .containsOnly(200, 401);
    }

    @Test
    void aCursorNeverFallsHoweverManyMoveIt() throws Exception {
        Person anna = SharedServer.somebody();
        Person ben = SharedServer.somebody();
        long room = anna.direct(ben);
        int last = 40;
        IntStream.rangeClosed(1, last).forEach(n -> anna.say(room, "message " + n));
        List<Callable<Answer>> calls = new ArrayList<>();
        for (int n = 0; n < Simultaneous.CALLS; n++) {
            int first = n;
            calls.add(() -> {
                Answer answer = null;
                long highest = 0;
                for (int seq = last - first; seq > 0; seq -= 7) {
                    answer = ben.acknowledge(room, seq).expect(200);
                    assertThat(answer.number("cursor")).isGreaterThanOrEqualTo(Math.max(seq, highest));
                    highest = answer.number("cursor");
                }
                return answer;
            });
        }
        Simultaneous.atOnce(calls);
        assertThat(ben.room(room).number("cursor")).isEqualTo(last);
    }

    @Test
    void ofManyInvitationsOfOnePersonOneIsWritten() throws Exception {
        Person anna = SharedServer.somebody();
        Person carl = SharedServer.somebody();
        long group = anna.group(SharedServer.unusedName("race"), SharedServer.somebody());
        assertThat(Simultaneous.outcomes(Simultaneous.manyAtOnce(() -> anna.invite(group, carl))))
                .containsOnlyOnce("201")
                .containsOnly("200", "201");
        assertThat(anna.log(group)).hasSize(2);
        assertThat(members(anna, group)).hasSize(3);
    }

    @RepeatedTest(5)
    void ofTwoOwnersWhoLeaveAtOnceOneStaysWhileAMemberRemains() throws Exception {
        Person anna = SharedServer.somebody();
        Person ben = SharedServer.somebody();
        Person carl = SharedServer.somebody();
        long group = anna.group(SharedServer.unusedName("race"), ben, carl);
        anna.changeRole(group, ben, "OWNER").expect(200);
        List<Answer> answers = Simultaneous.atOnce(
                List.of(() -> anna.remove(group, anna), () -> ben.changeRole(group, ben, "MEMBER")));
        assertThat(Simultaneous.outcomes(answers)).containsOnlyOnce("last-owner");
        assertThat(members(carl, group))
                .extracting(member -> member.getString("role"))
                .containsOnlyOnce("OWNER");
    }

    @RepeatedTest(5)
    void whoIsDeletedWhileBeingInvitedIsUnknownOrAMemberWhoLeft() throws Exception {
        Person anna = SharedServer.somebody();
        Person ben = SharedServer.somebody();
        Person carl = SharedServer.somebody();
        long group = anna.group(SharedServer.unusedName("race"), ben);
        List<Answer> answers = Simultaneous.atOnce(List.of(
                carl::deleteAccount,
                () -> anna.invite(group, carl),
                () -> anna.api()
                        .post(
                                "/rooms",
                                Fields.of("name", SharedServer.unusedName("race"), "members", List.of(carl.name()))),
                () -> ben.api().put("/rooms/direct/" + carl.name())));
        assertThat(Simultaneous.outcomes(answers)).first().isEqualTo("204");
        assertThat(Simultaneous.outcomes(answers)).element(1).isIn("201", "unknown-member");
        assertThat(Simultaneous.outcomes(answers)).element(2).isIn("201", "unknown-member");
        assertThat(Simultaneous.outcomes(answers)).element(3).isIn("201", "not-found", "unknown-member");
        assertThat(members(anna, group))
                .extracting(member -> member.getString("username"))
                .doesNotContain(carl.name());
        assertThat(anna.log(group).size()).isIn(1, 3);
    }

    @RepeatedTest(5)
    void whoIsRemovedWhileDeletingTheAccountIsDeleted() throws Exception {
        Person anna = SharedServer.somebody();
        Person ben = SharedServer.somebody();
        List<Long> groups = IntStream.range(0, 6)
                .mapToObj(n -> anna.group(SharedServer.unusedName("race"), ben))
                .toList();
        List<Callable<Answer>> calls = new ArrayList<>();
        calls.add(ben::deleteAccount);
        groups.forEach(group -> calls.add(() -> anna.remove(group, ben)));
        List<String> outcomes = Simultaneous.outcomes(Simultaneous.atOnce(calls));
        assertThat(outcomes).first().isEqualTo("204");
        assertThat(outcomes.subList(1, outcomes.size()))
                .containsAnyOf("204", "not-found")
                .isSubsetOf("204", "not-found");
        for (long group : groups) {
            assertThat(members(anna, group)).hasSize(1);
            assertThat(anna.log(group)).hasSize(2);
        }
    }

    @RepeatedTest(5)
    void aSendBesideARemovalIsEitherBeforeItOrRefused() throws Exception {
        Person anna = SharedServer.somebody();
        Person ben = SharedServer.somebody();
        long group = anna.group(SharedServer.unusedName("race"), ben);
        List<Answer> answers =
                Simultaneous.atOnce(List.of(() -> ben.send(group, "one more"), () -> anna.remove(group, ben)));
        List<String> kinds =
                anna.log(group).stream().map(entry -> entry.getString("kind")).toList();
        if (answers.get(0).status() == 201) {
            assertThat(kinds).containsExactly("created", "text", "removed");
        } else {
            assertThat(Simultaneous.outcomes(answers)).containsExactly("not-found", "204");
            assertThat(kinds).containsExactly("created", "removed");
        }
    }
}
