package chat262.cli.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What an account has half written, by room: a file with a line of JSON for each. It is a convenience: what can't be read or
 * written is only remembered as long as the console runs. Not thread-safe.
 */
public final class Drafts {
    private final Path file;
    private final Map<Long, String> texts = new HashMap<>();

    /** A line of the file. */
    public record Draft(long room, String text) {}

    private Drafts(Path file) {
        this.file = file;
    }

    /** Drafts of nobody, which are forgotten at the end. */
    public static Drafts unsaved() {
        return new Drafts(null);
    }

    /** The drafts in an account's folder. */
    public static Drafts open(Path folder) {
        Drafts drafts = new Drafts(folder.resolve("drafts"));
        try {
            for (String line : Files.readAllLines(drafts.file)) {
                Draft draft = Stored.read(line.getBytes(StandardCharsets.UTF_8), Draft.class);
                drafts.texts.put(draft.room(), draft.text());
            }
        } catch (IOException | UncheckedIOException e) {
            // There are none, or the rest can't be read.
        }
        return drafts;
    }

    /** The draft in a room; empty if there is none. */
    public String of(long room) {
        return texts.getOrDefault(room, "");
    }

    /** Keeps a draft, or forgets it if it is empty. */
    public void keep(long room, String text) {
        if (!text.equals(of(room))) {
            texts.compute(room, (key, before) -> text.isEmpty() ? null : text);
            save();
        }
    }

    /** Keeps what another has, beside what is here. */
    public void keepAll(Drafts others) {
        others.texts.forEach(this::keep);
    }

    private void save() {
        if (file == null) {
            return;
        }
        List<String> lines = new ArrayList<>();
        texts.forEach(
                (room, text) -> lines.add(new String(Stored.write(new Draft(room, text)), StandardCharsets.UTF_8)));
        try {
            Folders.replace(file, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // It is still known here.
        }
    }
}
