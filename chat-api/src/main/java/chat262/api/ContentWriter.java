package chat262.api;

import java.util.List;
import java.util.Map;

/** Where the fields of a {@link Content} go to: JSON, or a row of the log. */
public interface ContentWriter {
    /** Nothing is written where the value is null. */
    void text(String field, String value);

    /** The name of an account; null, which the wire has as such, if that was deleted. */
    void account(String field, String username);

    void accounts(String field, List<String> usernames);

    /** The seq of the entry that this one speaks of, the field {@code target}. */
    void target(long seq);

    void flag(String field, boolean value);

    /** The fields of a kind that this version doesn't know, as its reader gave them. */
    void all(Map<String, Object> fields);
}
