package chat262.it.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The end of the build's output: which classes of checks took the longest, by the reports that they left. */
public final class SlowClasses {
    private static final int SHOWN = 15;
    private static final Pattern SUITE =
            Pattern.compile("<testsuite [^>]*?\\bname=\"([^\"]+)\"[^>]*?\\btime=\"([0-9.,]+)\"");

    private SlowClasses() {}

    /** A class and where its report lies. */
    private record Taken(String name, String reports, double seconds) {}

    /** Prints the slowest classes below the project's folder. */
    public static void main(String[] arguments) throws IOException {
        List<Taken> all = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of(arguments[0]), 4)) {
            for (Path file : files.filter(SlowClasses::isReport).toList()) {
                Matcher suite = SUITE.matcher(Files.readString(file));
                if (suite.find()) {
                    double seconds = Double.parseDouble(suite.group(2).replace(",", ""));
                    all.add(new Taken(
                            suite.group(1), file.getParent().getFileName().toString(), seconds));
                }
            }
        }
        all.sort(Comparator.comparingDouble(Taken::seconds).reversed());
        System.out.println("The slowest classes of tests, in seconds:");
        for (Taken each : all.subList(0, Math.min(SHOWN, all.size()))) {
            System.out.printf(
                    Locale.ROOT,
                    "%7.1f  %s%s%n",
                    each.seconds(),
                    each.name(),
                    each.reports().contains("postgresql") ? " (PostgreSQL)" : "");
        }
        System.out.printf(
                Locale.ROOT,
                "%7.1f  all %d classes, one after the other%n",
                all.stream().mapToDouble(Taken::seconds).sum(),
                all.size());
    }

    private static boolean isReport(Path file) {
        return file.getFileName().toString().matches("TEST-.*\\.xml")
                && file.getParent().getFileName().toString().endsWith("reports");
    }
}
