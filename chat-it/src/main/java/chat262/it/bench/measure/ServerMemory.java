package chat262.it.bench.measure;

import chat262.it.process.Artefacts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a server keeps in its heap. */
public final class ServerMemory {
    private static final Pattern TOTAL = Pattern.compile("(?m)^Total +\\d+ +(\\d+)");

    private ServerMemory() {}

    /** The bytes of all objects that are in use; it has the server collect its garbage first. */
    public static long of(long pid) throws IOException, InterruptedException {
        Process jcmd = new ProcessBuilder(
                        Artefacts.java().resolveSibling("jcmd").toString(), String.valueOf(pid), "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        String said = new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        Matcher total = TOTAL.matcher(said);
        if (jcmd.waitFor() != 0 || !total.find()) {
            throw new IOException("jcmd, which comes with a JDK, could not look into the server: " + said);
        }
        return Long.parseLong(total.group(1));
    }
}
