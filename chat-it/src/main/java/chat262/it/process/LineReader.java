package chat262.it.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Reads what a process writes to one pipe, line by line. Thread-safe, but one thread at a time should look for lines. */
final class LineReader {
    private final List<String> lines = new ArrayList<>();
    private final Thread thread;
    private int found;

    LineReader(InputStream pipe) {
        thread = new Thread(() -> read(pipe), "process output");
        thread.setDaemon(true);
        thread.start();
    }

    private void read(InputStream pipe) {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(pipe, StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                synchronized (this) {
                    lines.add(line);
                }
            }
        } catch (IOException e) {
            // The process was killed.
            return;
        }
    }

    synchronized List<String> lines() {
        return List.copyOf(lines);
    }

    /** Whether nothing more comes. */
    boolean isAtEnd() {
        return !thread.isAlive();
    }

    /** Looks for a line below the one that was found last; returns whether there is one. */
    synchronized boolean find(Pattern pattern) {
        for (int next = found; next < lines.size(); next++) {
            if (pattern.matcher(lines.get(next)).matches()) {
                found = next + 1;
                return true;
            }
        }
        return false;
    }

    /** The line that was found last. */
    synchronized String found() {
        return lines.get(found - 1);
    }
}
