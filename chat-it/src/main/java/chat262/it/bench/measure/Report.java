package chat262.it.bench.measure;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** What a benchmark has found: a table to read, and one line of JSON. */
public final class Report {
    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();
    private final JsonObjectBuilder json = Json.createObjectBuilder();

    /**
     * Begins with the heads of the columns; the first column holds the titles of the rows.
     *
     * @param options what the benchmark was called with, or would have been
     */
    public Report(String bench, Map<String, Integer> options, String... heads) {
        JsonObjectBuilder numbers = Json.createObjectBuilder();
        new TreeMap<>(options).forEach((name, number) -> numbers.add(name.replaceFirst("^-+", ""), number));
        json.add("bench", bench).add("options", numbers);
        rows.add(List.of(heads));
    }

    /** One more row, with a cell for each column. */
    public void row(String... cells) {
        rows.add(List.of(cells));
    }

    /** One more value of the JSON; null if it is no number. */
    public void value(String name, double value, int decimals) {
        if (Double.isFinite(value)) {
            json.add(name, BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP));
        } else {
            json.addNull(name);
        }
    }

    /** A row with one figure, which is a value of the JSON as well, and its target. */
    public void figure(String title, String name, double value, int decimals, String target) {
        row(title, cell(value, decimals), target);
        value(name, value, decimals);
    }

    /** A number as it stands in a cell. */
    public static String cell(double value, int decimals) {
        return Double.isFinite(value) ? String.format(Locale.ROOT, "%,." + decimals + "f", value) : "-";
    }

    /** Prints all of it. */
    public void print(PrintStream out) {
        int[] widths = IntStream.range(0, rows.get(0).size())
                .map(column -> rows.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder(String.format("%-" + widths[0] + "s", row.get(0)));
            for (int i = 1; i < widths.length; i++) {
                line.append(GAP).append(String.format("%" + widths[i] + "s", row.get(i)));
            }
            out.println(line.toString().stripTrailing());
        }
        out.println(json.build());
    }
}
