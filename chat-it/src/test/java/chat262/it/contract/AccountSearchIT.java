package chat262.it.contract;

import static chat262.it.contract.Refusals.assertInvalid;
import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.TouchesStorage;
import chat262.it.client.Answer;
import chat262.it.client.Fields;
import chat262.it.client.Person;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@TouchesStorage
@ExtendWith(SharedServer.class)
class AccountSearchIT {
    private final Person anna = SharedServer.somebody();

    /** Registers accounts whose names all start alike, and returns that start. */
    private String register(String... ends) {
        String start = SharedServer.unusedName("S");
        for (String end : ends) {
            SharedServer.api()
                    .post("/accounts", Fields.of("username", start + end, "password", Person.PASSWORD))
                    .expect(201);
        }
        return start;
    }

    private Answer search(String match, String more) {
        return anna.api().get("/accounts?match=" + URLEncoder.encode(match, StandardCharsets.UTF_8) + more);
    }

    private List<String> found(String match) {
        return names(search(match, "").expect(200));
    }

    private static List<String> names(Answer answer) {
        return answer.objects("accounts").stream()
                .map(account -> account.getString("username"))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-*     | -ab -aB2 -b_c -bXc -z",
                "-a*    | -ab -aB2",
                "-AB    | -ab",
                "-*c    | -b_c -bXc",
                "-b*c   | -b_c -bXc",
                "-b**c  | -b_c -bXc",
                "-*b*   | -ab -aB2 -b_c -bXc",
                "-b_c   | -b_c",
                "-b%c   | ''",
                "-b?c   | ''",
                "-b\\_c | ''",
                "-b!_c  | ''",
                "-      | ''",
                "-%     | ''",
                "-ａb   | -ab"
            })
    void onlyTheStarIsAWildcardAndTheWholeNameMustMatch(String match, String ends) {
        String start = register("-ab", "-aB2", "-b_c", "-bXc", "-z");
        List<String> expected = ends.isEmpty()
                ? List.of()
                : Arrays.stream(ends.split(" ")).map(end -> start + end).toList();
        assertThat(found(start + match)).containsExactlyElementsOf(expected);
        assertThat(found(start.toUpperCase() + match)).containsExactlyElementsOf(expected);
    }

    @Test
    void namesAreSortedByTheirFoldedForm() {
        String start = register("-b", "-A", "-C", "_a", ".z", "9", "-a1");
        assertThat(found(start + "*"))
                .containsExactly(
                        start + "-A",
                        start + "-a1",
                        start + "-b",
                        start + "-C",
                        start + ".z",
                        start + "9",
                        start + "_a");
    }

    @Test
    void withoutAPatternEverybodyIsFoundTheCallerToo() {
        List<String> all = new ArrayList<>();
        String page = "";
        do {
            Answer answer = anna.api().get("/accounts?limit=500" + page).expect(200);
            assertThat(answer.json().keySet()).isSubsetOf("accounts", "nextPage");
            all.addAll(names(answer));
            page = answer.json().containsKey("nextPage") ? "&page=" + answer.text("nextPage") : "";
        } while (!page.isEmpty());
        assertThat(all).contains(anna.name()).doesNotHaveDuplicates();
        assertThat(found(anna.name())).containsExactly(anna.name());
        assertThat(anna.api().get("/accounts?match=").objects("accounts")).isEmpty();
    }

    @Test
    void pagesFollowEachOtherWithoutHoleOrRepeat() {
        String start = register("-1", "-2", "-3", "-4", "-5");
        Answer first = search(start + "*", "&limit=2");
        assertThat(names(first)).containsExactly(start + "-1", start + "-2");
        Answer second = search(start + "*", "&limit=2&page=" + first.text("nextPage"));
        assertThat(names(second)).containsExactly(start + "-3", start + "-4");
        Answer third = search(start + "*", "&limit=2&page=" + second.text("nextPage"));
        assertThat(names(third)).containsExactly(start + "-5");
        assertThat(third.json()).doesNotContainKey("nextPage");
        assertThat(search(start + "*", "&limit=5").json()).doesNotContainKey("nextPage");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-1", "501", "1.5", "abc", "", "99999999999", "+5", "0x10", "%201", "1e2", "١"})
    void aLimitOutsideOneTo500IsInvalid(String limit) {
        String escaped = limit.equals("١") ? "%D9%A1" : limit;
        assertInvalid(anna.api().get("/accounts?limit=" + escaped), "limit");
        assertInvalid(anna.api().get("/rooms?limit=" + escaped), "limit");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "abc", "%00", "***", "cm9vbXM6MTox", "cm9vbXM6eDp5", "cm9vbXM6"})
    void aPageThatTheServerDidNotGiveIsInvalid(String page) {
        assertInvalid(anna.api().get("/accounts?page=" + page), "page");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "abc", "%00", "***", "YWNjb3VudHM6YQ", "cm9vbXM6eDp5", "cm9vbXM6", "cm9vbXM6MQ"})
    void aPageOfTheRoomListThatTheServerDidNotGiveIsInvalid(String page) {
        assertInvalid(anna.api().get("/rooms?page=" + page), "page");
    }
}
