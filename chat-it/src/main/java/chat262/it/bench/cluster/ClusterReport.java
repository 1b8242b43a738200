package chat262.it.bench.cluster;

import chat262.it.bench.Options;
import chat262.it.bench.measure.Report;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Figures by the number of nodes: a row for each figure, a column for each number. */
final class ClusterReport {
    private final Options options;
    private final List<Integer> counts;
    private final Map<String, Row> rows = new LinkedHashMap<>();

    private record Row(String name, int decimals, Map<Integer, Double> values) {}

    ClusterReport(Options options) {
        this.options = options;
        this.counts = options.list("--nodes").stream().sorted().distinct().toList();
    }

    /** One figure at a number of nodes. */
    void figure(int nodes, String title, String name, double value, int decimals) {
        rows.computeIfAbsent(title, none -> new Row(name, decimals, new TreeMap<>()))
                .values
                .put(nodes, value);
    }

    void print(PrintStream out) {
        List<String> heads = new ArrayList<>(List.of(""));
        counts.forEach(count -> heads.add(count + (count == 1 ? " node" : " nodes")));
        Report report = new Report("cluster", options.numbers(), heads.toArray(String[]::new));
        rows.forEach((title, row) -> {
            List<String> cells = new ArrayList<>(List.of(title));
            for (int count : counts) {
                double value = row.values.getOrDefault(count, Double.NaN);
                cells.add(Report.cell(value, row.decimals));
                report.value(row.name + "At" + count, value, row.decimals);
            }
            report.row(cells.toArray(String[]::new));
        });
        report.print(out);
    }
}
