package chat262.api;

import java.util.List;
import java.util.Map;

/** Where the fields of a {@link Content} come from: JSON, or a row of the log. A field that is absent is null. */
public interface ContentReader {
    String text(String field);

    /** The name of an account; null also if that was deleted. */
    String account(String field);

    /** The names of some accounts; empty if absent. */
    List<String> accounts(String field);

    /** The seq of the entry that this one speaks of, the field {@code target}. */
    long target();

    /** All fields, for a kind that this version doesn't know. */
    Map<String, Object> all();
}
