package chat262.it.model;

import java.util.List;
import java.util.Optional;

/** {@code model [--break RULE]}: searches the model and says what it found. */
public final class ModelMain {
    private static final int AS_EXPECTED = 0;
    private static final int NOT_AS_EXPECTED = 1;
    private static final int MISUSED = 2;

    private ModelMain() {}

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments)));
    }

    private static int run(List<String> arguments) {
        if (arguments.isEmpty()) {
            return searchAll();
        }
        Optional<BrokenRule> rule = arguments.size() == 2 && arguments.get(0).equals("--break")
                ? BrokenRule.of(arguments.get(1))
                : Optional.empty();
        if (rule.isEmpty()) {
            System.err.println("usage: model [--break RULE], where RULE is one of");
            for (BrokenRule each : BrokenRule.values()) {
                System.err.printf("  %-22s%s%n", each.option(), each.sentence());
            }
            return MISUSED;
        }
        System.out.println("broken rule: " + rule.get().sentence());
        return isKept(Search.of(rule.get())) ? NOT_AS_EXPECTED : AS_EXPECTED;
    }

    private static int searchAll() {
        boolean kept = true;
        for (Participants participants : Participants.values()) {
            System.out.println("all rules kept, by " + participants.sentence());
            kept &= isKept(Search.of(participants));
        }
        return kept ? AS_EXPECTED : NOT_AS_EXPECTED;
    }

    private static boolean isKept(Search.Result result) {
        System.out.printf("%,d states, %,d steps%n", result.states(), result.steps());
        System.out.println(result.badTrace()
                .map(trace -> "the promise breaks, at the shortest like this:" + System.lineSeparator() + trace)
                .orElse("the promise is kept in all of them, and from each a way leads to the end"));
        return result.badTrace().isEmpty();
    }
}
