package chat262.it.faults;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a run did, what was then checked, and what was wrong.
 *
 * @param seed what the run followed from
 * @param done how often each fault was done
 * @param checked how many of what were looked at
 * @param violations how the promise was broken, a sentence each; empty if it was kept
 */
public record FaultReport(long seed, Map<String, Integer> done, Map<String, Integer> checked, List<String> violations) {
    private static final int MAX_SHOWN = 50;

    /** Whether the promise was kept. */
    public boolean isClean() {
        return violations.isEmpty();
    }

    private String never() {
        String sentences = done.entrySet().stream()
                .filter(each -> each.getValue() == 0)
                .map(Map.Entry::getKey)
                .collect(Collectors.joining("; "));
        return sentences.isEmpty() ? "" : "%nnever in this run: %s%n".formatted(sentences);
    }

    /** The report as a text for people. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        text.append("seed %d%n%ndone:%n".formatted(seed));
        done.forEach((what, many) -> text.append("%,10d  %s%n".formatted(many, what)));
        text.append(never());
        text.append("%nchecked:%n".formatted());
        checked.forEach((what, many) -> text.append("%,10d  %s%n".formatted(many, what)));
        text.append(isClean() ? "%nthe promise was kept%n".formatted() : "%nthe promise was broken:%n".formatted());
        violations.stream().limit(MAX_SHOWN).forEach(each -> text.append("  %s%n".formatted(each)));
        if (violations.size() > MAX_SHOWN) {
            text.append("  and %d more%n".formatted(violations.size() - MAX_SHOWN));
        }
        return text.toString();
    }
}
