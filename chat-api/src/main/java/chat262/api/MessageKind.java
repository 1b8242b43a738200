package chat262.api;

import java.util.Locale;

/** The kinds of entry that this version writes. A client meets others as text and shows them as such. */
public enum MessageKind {
    TEXT,
    CREATED,
    JOINED,
    LEFT,
    REMOVED,
    RENAMED,
    ROLE;

    /** The kind as it stands on the wire. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether this is the kind that stands on the wire. */
    public boolean is(String kind) {
        return wireName().equals(kind);
    }
}
