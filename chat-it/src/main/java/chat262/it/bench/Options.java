package chat262.it.bench;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The options of one command: numbers, lists of numbers, and which of its parts are wanted. Immutable. */
public final class Options {
    private static final String ONLY = "--only";

    private final Map<String, Integer> numbers;
    private final Map<String, List<Integer>> lists;
    private final Set<String> parts;

    private Options(Map<String, Integer> numbers, Map<String, List<Integer>> lists, Set<String> parts) {
        this.numbers = numbers;
        this.lists = lists;
        this.parts = parts;
    }

    /**
     * Reads options from the second argument on.
     *
     * @param numbersByDefault all numbers and their values if they are not given
     * @param listsByDefault the same of the lists
     * @param parts all parts; empty if the command has none
     * @throws IllegalArgumentException with a message for the user
     */
    public static Options of(
            String[] arguments,
            Map<String, Integer> numbersByDefault,
            Map<String, List<Integer>> listsByDefault,
            Set<String> parts) {
        Map<String, Integer> numbers = new HashMap<>(numbersByDefault);
        Map<String, List<Integer>> lists = new HashMap<>(listsByDefault);
        Set<String> wanted = parts;
        for (int i = 1; i < arguments.length; i += 2) {
            String value = i + 1 < arguments.length ? arguments[i + 1] : "";
            if (arguments[i].equals(ONLY) && !parts.isEmpty()) {
                wanted = Set.of(value.split(",", -1));
                if (!parts.containsAll(wanted)) {
                    throw new IllegalArgumentException(
                            ONLY + " needs some of " + new TreeSet<>(parts) + ", with commas between");
                }
            } else if (numbers.containsKey(arguments[i])) {
                numbers.put(arguments[i], number(arguments[i], value));
            } else if (lists.containsKey(arguments[i])) {
                lists.put(arguments[i], list(arguments[i], value));
            } else {
                throw new IllegalArgumentException("unknown option " + arguments[i]);
            }
        }
        return new Options(numbers, lists, wanted);
    }

    private static int number(String option, String value) {
        if (!value.matches("[1-9][0-9]{0,7}")) {
            throw new IllegalArgumentException(option + " needs a whole number from 1 to 99999999");
        }
        return Integer.parseInt(value);
    }

    private static List<Integer> list(String option, String value) {
        return Arrays.stream(value.split(",", -1))
                .map(each -> number(option, each))
                .toList();
    }

    /** All numbers with their names. */
    public Map<String, Integer> numbers() {
        return Map.copyOf(numbers);
    }

    /** The value of an option. */
    public int number(String option) {
        return numbers.get(option);
    }

    /** The values of an option that is a list, in their order. */
    public List<Integer> list(String option) {
        return lists.get(option);
    }

    /** The value of an option that is in seconds. */
    public Duration seconds(String option) {
        return Duration.ofSeconds(number(option));
    }

    /** Whether a part is to be measured. */
    public boolean has(String part) {
        return parts.contains(part);
    }
}
