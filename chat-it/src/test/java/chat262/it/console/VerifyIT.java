package chat262.it.console;

import static org.assertj.core.api.Assertions.assertThat;

import chat262.it.process.ConsoleProcess;
import org.junit.jupiter.api.Test;

/** Whether what has arrived is what the server has. */
class VerifyIT extends ConsoleTest {
    @Test
    void whoWasAwayFromAGroupAndCameBackMissesNothing() {
        String group = "club of " + alice.name();
        does(alice, "newgroup", group, bob.name());
        for (int absence = 1; absence <= 2; absence++) {
            does(alice, "send", "#" + group, "before absence " + absence);
            does(bob, "tail");
            does(alice, "kick", group, bob.name());
            does(alice, "send", "#" + group, "not for bob");
            does(alice, "invite", group, bob.name());
        }
        does(alice, "send", "#" + group, "welcome");
        does(bob, "tail");
        ConsoleProcess.Result verified = does(bob, "verify", "#" + group);
        assertThat(verified.lines()).isEmpty();
        assertThat(verified.notices())
                .containsExactly(
                        "-- you were away from 3 to 4",
                        "-- you were away from 7 to 8",
                        "6 entries have arrived, the last is 10; the server has 10. They are the same.");
    }

    private static ConsoleProcess.Result does(ConsoleUser person, String... command) {
        ConsoleProcess.Result result = person.run("", command);
        assertThat(result.exitCode()).as("%s", result).isZero();
        return result;
    }
}
