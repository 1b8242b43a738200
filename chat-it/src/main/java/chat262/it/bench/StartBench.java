package chat262.it.bench;

import chat262.it.client.Api;
import chat262.it.client.Person;
import chat262.it.process.Artefacts;
import chat262.it.process.ConsoleProcess;
import chat262.it.process.ServerProcess;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** How long {@code ./chat} takes from the call to the prompt, in a terminal, against a JVM that does nothing. */
final class StartBench {
    private static final Map<String, String> SETTINGS = Map.of("CHAT_PASSWORD_ITERATIONS", "1024");
    private static final String FLAGS = " -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto ";
    private static final int DIGITS = 3;
    private static final double NANOS_PER_MILLI = 1e6;

    private final int rounds;
    private final Histogram jvm = new Histogram(DIGITS);
    private final Histogram strangers = new Histogram(DIGITS);
    private final Histogram members = new Histogram(DIGITS);

    /** @param rounds how often each is started */
    StartBench(int rounds) {
        this.rounds = rounds;
    }

    /** Measures with homes in a folder, and prints a table and one line of JSON. */
    void run(Path folder, PrintStream out) throws IOException, InterruptedException {
        if (!TerminalStart.isPossible()) {
            throw new IOException("this needs the 'script' of util-linux, which makes a terminal (Linux has it)");
        }
        try (ServerProcess server = ServerProcess.measured(folder.resolve("data"), SETTINGS)) {
            Person.join(Api.of(server.url()), "anna");
            Path home = Files.createDirectory(folder.resolve("anna"));
            ConsoleProcess.Result login = ConsoleProcess.run(
                    home, server.url(), Person.PASSWORD, "login", "anna", "--take-over", "--password-stdin");
            if (login.exitCode() != 0) {
                throw new IOException("no login: " + login);
            }
            TerminalStart known = new TerminalStart(environment(home, server.url()));
            TerminalStart unknown = new TerminalStart(environment(folder.resolve("nobody"), server.url()));
            for (int round = 0; round <= rounds; round++) {
                boolean counts = round > 0; // the first makes the archive of classes, and fills the disk's cache
                measure(known, unknown, folder, counts);
            }
        }
        print(out);
    }

    private static Map<String, String> environment(Path home, URI server) {
        return Map.of(
                "XDG_STATE_HOME", home.toString(),
                "XDG_CONFIG_HOME", home.toString(),
                "CHAT_SERVER", server.toString(),
                "TERM", "xterm-256color",
                "LC_ALL", "C.UTF-8");
    }

    private void measure(TerminalStart known, TerminalStart unknown, Path folder, boolean counts)
            throws IOException, InterruptedException {
        String alone = "'" + Artefacts.java() + "'" + FLAGS + "-cp '" + System.getProperty("java.class.path") + "' "
                + JvmAlone.class.getName();
        String chat = "'" + Artefacts.script() + "'";
        long nothing = known.measure(folder, alone, JvmAlone.SAYS, "");
        long stranger = unknown.measure(folder, chat, "chat> ", "exit\r");
        long member = known.measure(folder, chat, "anna> ", "exit\r");
        if (counts) {
            jvm.recordValue(nothing);
            strangers.recordValue(stranger);
            members.recordValue(member);
        }
    }

    private void print(PrintStream out) {
        double least = median(jvm);
        out.printf(Locale.ROOT, "%-38s %8s %8s %7s%n", "from the call, in ms", "p50", "min", "ratio");
        row(out, "a JVM that does nothing has done it", jvm, least);
        row(out, "the prompt, where nobody is logged in", strangers, least);
        row(out, "the prompt, where somebody is", members, least);
        out.printf(
                Locale.ROOT,
                "{\"bench\":\"start\",\"rounds\":%d,\"jvm-ms\":%.0f,\"console-ms\":%.0f,\"ratio\":%.2f}%n",
                rounds,
                least,
                median(members),
                median(members) / least);
    }

    private static double median(Histogram took) {
        return took.getValueAtPercentile(50) / NANOS_PER_MILLI;
    }

    private static void row(PrintStream out, String title, Histogram took, double least) {
        double median = median(took);
        double fastest = took.getMinValue() / NANOS_PER_MILLI;
        out.printf(Locale.ROOT, "%-38s %8.0f %8.0f %7.2f%n", title, median, fastest, median / least);
    }
}
