package chat262.cli.store;

import java.nio.file.Path;

/**
 * What can't be read of a file, although whole records stand behind it or nothing cut it short.
 *
 * @param file the file's name, {@code journal} or {@code outbox}
 * @param places in how many places
 * @param bytes how much it is
 * @param kept the file as it was found; null while only a reader has seen it
 */
public record Damage(String file, int places, long bytes, Path kept) {
    Damage keptAs(Path aside) {
        return new Damage(file, places, bytes, aside);
    }

    /** What was found, for the person. */
    public String sentence() {
        String where = places == 1 ? "in one place" : "in " + places + " places";
        return "the " + file + " on this disk is damaged " + where + " (" + bytes + " bytes)"
                + (kept == null ? "" : "; it is kept as " + kept);
    }
}
