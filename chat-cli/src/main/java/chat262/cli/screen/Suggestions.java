package chat262.cli.screen;

import java.util.List;

/** Suggests completions of what is being typed. */
public interface Suggestions {
    /**
     * What the last word may become, whole.
     *
     * @param words up to the place that is typed at; the last one may be empty
     */
    List<String> of(List<String> words);
}
