package chat262.it.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a person has seen as new, room by room, over all the consoles that they have used one after the other. */
final class Transcript {
    private static final Pattern OPENED = Pattern.compile("-- (chat with .*|group .*) --");
    private static final Pattern UNREAD = Pattern.compile("-- .*unread --");
    private static final Pattern ENTRY = Pattern.compile("\\d\\d:\\d\\d {2}(.*)");

    private final String person;
    private final Map<String, List<String>> rooms = new LinkedHashMap<>();

    Transcript(String person) {
        this.person = person;
    }

    /** Adds what one console has shown, line by line: the entries below the mark that says what is unread; above it is old news. */
    void add(List<String> lines) {
        List<String> room = null;
        boolean isNew = false;
        for (String line : lines) {
            Matcher opened = OPENED.matcher(line);
            Matcher entry = ENTRY.matcher(line);
            if (opened.matches()) {
                room = rooms.computeIfAbsent(opened.group(1), title -> new ArrayList<>());
                isNew = false;
            } else if (UNREAD.matcher(line).matches()) {
                isNew = true;
            } else if (isNew && entry.matches()) {
                room.add(entry.group(1));
            }
        }
    }

    /** The entries that were seen as new in a room, in the order in which they were seen. */
    List<String> of(String title) {
        return rooms.getOrDefault(title, List.of());
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("What " + person + " saw\n");
        rooms.forEach((title, entries) -> {
            text.append("  ").append(title).append('\n');
            entries.forEach(entry -> text.append("    ").append(entry).append('\n'));
        });
        return text.toString();
    }
}
