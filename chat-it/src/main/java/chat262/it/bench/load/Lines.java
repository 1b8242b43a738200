package chat262.it.bench.load;

import java.io.IOException;
import java.util.List;

/**
 * Lines that are kept busy together.
 *
 * @param check fails if they are not read any more
 */
public record Lines(List<? extends Line> all, Check check) {
    /** Fails if something went wrong in another thread. */
    interface Check {
        void check() throws IOException;
    }
}
