package chat262.it.faults;

import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.faults.client.Way;
import chat262.it.model.BrokenRule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A check that can't fail proves nothing: each of these takes one rule away, and the checker must see what is missing. */
@Timeout(value = 2, unit = TimeUnit.HOURS) // a workload that stands still ends by itself
class BrokenRuleIT {
    private static final int CLIENT_KILLS = 12;
    private static final int CUTS = 40;

    /** A run has only some three late acknowledgements, and not each of them is overtaken by a newer one. */
    private static final int MAX_RUNS = 12;

    @TempDir
    static Path folder;

    @Test
    void anAcknowledgementBeforeTheEntryIsShownIsSeen() throws IOException {
        assertCaught(
                AgentServer.shared(),
                BrokenRule.ACK_BEFORE_SHOW,
                "the view opened behind [0-9]+, and only [0-9]+ was ever shown");
    }

    @Test
    void aSeqThatComesFromASequenceIsSeen() throws IOException {
        assertCaught(AgentServer.shared(), BrokenRule.SEQ_FROM_SEQUENCE, "the server sent [0-9]+ after [0-9]+");
    }

    @Test
    void aCursorThatFallsIsSeen() throws IOException {
        assertCaught(AgentServer.shared(), BrokenRule.CURSOR_MAY_FALL, "the cursor fell from [0-9]+ to [0-9]+");
    }

    @Test
    void aMembershipThatIsReadBeforeTheLockIsSeen() throws IOException {
        assertCaught(
                AgentServer.shared(),
                BrokenRule.READ_BEFORE_LOCK,
                "the guest wrote to a group that it was removed from");
    }

    /** On a server of its own: it takes a constraint of the database away for good. */
    @Test
    void aKeyThatIsIgnoredIsSeen() throws IOException {
        try (AgentServer own = new AgentServer()) {
            assertCaught(own, BrokenRule.KEY_IGNORED, "the key .* is in the log twice");
        }
    }

    @Test
    void aKeyThatCountsForOneWayOnlyIsSeen() throws IOException {
        assertCaught(AgentServer.shared(), BrokenRule.KEY_OF_ONE_WAY, "one message is in the log under two keys");
    }

    @Test
    void anEntryThatSettlesAMessageOfAnotherKeyIsSeen() throws IOException {
        assertCaught(
                AgentServer.shared(), BrokenRule.ANY_KEY_SETTLES, "message [0-9]+ was answered with seq [0-9]+ and is");
    }

    /** What is wrong shows when two things happen at once, so it may take some runs until they do. */
    private static void assertCaught(AgentServer on, BrokenRule rule, String sentence) throws IOException {
        long seed = ThreadLocalRandom.current().nextInt(1_000_000);
        List<FaultReport> reports = new ArrayList<>();
        boolean caught = false;
        while (!caught && reports.size() < MAX_RUNS) {
            FaultReport report = run(on, rule, seed + reports.size());
            reports.add(report);
            caught = report.violations().stream().anyMatch(each -> each.matches("(.*: )?" + sentence + ".*"));
        }
        assertThat(caught)
                .as("%s from seed %d: %s", rule.option(), seed, reports)
                .isTrue();
        assertThat(reports)
                .as("the stream was used")
                .anyMatch(report -> report.done().get(Way.PUSHED.sentence()) > 0);
        System.out.printf("%s was caught in %d runs%n", rule.option(), reports.size());
    }

    /** Lets all clients work with one rule broken, on the server, in the receivers or in the senders. */
    private static FaultReport run(AgentServer on, BrokenRule rule, long seed) throws IOException {
        String prefix = AgentServer.unusedName() + ".";
        Function<String, ClientSetup> setups =
                name -> breaks(name, rule) ? ClientSetup.USUAL.withAgent(on.agent()) : ClientSetup.USUAL;
        FaultPlan plan = new FaultPlan(seed, 0, 0, CLIENT_KILLS, CUTS);
        try (Workload workload = Workload.on(
                Deployment.of(on.server()), folder.resolve(prefix), prefix, seed, setups, System.out::println)) {
            on.agent().breakRule(rule);
            return workload.withShortTimeout().run(new Kills(plan, on.server(), on.database()));
        } finally {
            on.agent().rest();
        }
    }

    private static boolean breaks(String client, BrokenRule rule) {
        return switch (rule) {
            case ACK_BEFORE_SHOW -> client.contains("receiver");
            case KEY_OF_ONE_WAY, ANY_KEY_SETTLES -> !client.contains("receiver");
            default -> false;
        };
    }
}
