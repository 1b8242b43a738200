package chat262.cli.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a person takes for one character: a letter with its accents, a flag, an emoji of several parts. */
final class Clusters {
    private static final Pattern CLUSTER = Pattern.compile("\\X");

    private Clusters() {}

    /** How many code points the last clusters of a text have. */
    static int last(String text, int clusters) {
        // Clusters are told from the start; none goes over the end of a line.
        List<Integer> sizes = sizes(text.substring(text.lastIndexOf('\n') + 1), Integer.MAX_VALUE);
        int beyond = Math.max(0, clusters - sizes.size()); // in the lines before, where it hardly matters
        return beyond
                + sizes.subList(Math.max(0, sizes.size() - clusters), sizes.size()).stream()
                        .mapToInt(Integer::intValue)
                        .sum();
    }

    /** How many code points the first clusters of a text have. */
    static int first(String text, int clusters) {
        return sizes(text, clusters).stream().mapToInt(Integer::intValue).sum();
    }

    private static List<Integer> sizes(String text, int most) {
        List<Integer> sizes = new ArrayList<>();
        Matcher cluster = CLUSTER.matcher(text);
        while (sizes.size() < most && cluster.find()) {
            sizes.add(text.codePointCount(cluster.start(), cluster.end()));
        }
        return sizes;
    }
}
