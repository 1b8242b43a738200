package chat262.cli.screen;

import java.util.List;

/** Knows how what is being typed may go on. */
public interface Suggestions {
    /**
     * What the last word may become, whole.
     *
     * @param words up to the place that is typed at; the last one may be empty
     */
    List<String> of(List<String> words);
}
