package chat262.it.faults;

import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.model.BrokenRule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** A check that can't fail proves nothing: each of these takes one rule away, and the checker must see what is missing. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BrokenRuleIT {
    /** A run has only some three late acknowledgements, and not each of them is overtaken by a newer one. */
    private static final int MOST_RUNS = 12;

    @TempDir
    static Path folder;

    private static BrokenRuleRun run;

    @BeforeAll
    static void start() {
        run = new BrokenRuleRun(folder);
    }

    @AfterAll
    static void stop() {
        run.close();
    }

    @Test
    void anAcknowledgementBeforeTheEntryIsShownIsSeen() throws IOException {
        assertCaught(BrokenRule.ACK_BEFORE_SHOW, "the view opened behind [0-9]+, and only [0-9]+ was ever shown");
    }

    @Test
    void aSeqThatComesFromASequenceIsSeen() throws IOException {
        assertCaught(BrokenRule.SEQ_FROM_SEQUENCE, "the server sent [0-9]+ after [0-9]+");
    }

    @Test
    void aCursorThatFallsIsSeen() throws IOException {
        assertCaught(BrokenRule.CURSOR_MAY_FALL, "the cursor fell from [0-9]+ to [0-9]+");
    }

    @Test
    void aMembershipThatIsReadBeforeTheLockIsSeen() throws IOException {
        assertCaught(BrokenRule.READ_BEFORE_LOCK, "the guest wrote to a room that it was sent out of");
    }

    @Test
    @Order(Integer.MAX_VALUE) // it takes a constraint away for good
    void aKeyThatIsIgnoredIsSeen() throws IOException {
        assertCaught(BrokenRule.KEY_IGNORED, "the key .* is in the log twice");
    }

    /** What is wrong shows when two things happen at once, so it may take some runs until they do. */
    private static void assertCaught(BrokenRule rule, String sentence) throws IOException {
        long seed = ThreadLocalRandom.current().nextInt(1_000_000);
        List<FaultReport> reports = new ArrayList<>();
        boolean caught = false;
        while (!caught && reports.size() < MOST_RUNS) {
            FaultReport report = run.of(rule, seed + reports.size(), System.out::println);
            reports.add(report);
            caught = report.violations().stream().anyMatch(each -> each.matches("(.*: )?" + sentence + ".*"));
        }
        assertThat(caught)
                .as("%s from seed %d: %s", rule.option(), seed, reports)
                .isTrue();
        System.out.printf("%s was caught in %d runs%n", rule.option(), reports.size());
    }
}
