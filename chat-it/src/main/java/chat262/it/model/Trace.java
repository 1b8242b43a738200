package chat262.it.model;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A way from the beginning to a broken promise.
 *
 * @param steps what happened, in order
 * @param broken what was then wrong
 */
public record Trace(List<String> steps, String broken) {
    /** One step a line, numbered, and what is wrong at the end. */
    @Override
    public String toString() {
        return IntStream.range(0, steps.size())
                        .mapToObj(i -> "%3d  %s%n".formatted(i + 1, steps.get(i)))
                        .collect(Collectors.joining())
                + "     => "
                + broken;
    }
}
