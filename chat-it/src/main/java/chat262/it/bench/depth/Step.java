package chat262.it.bench.depth;

import java.io.IOException;

/** Something that a client does and waits for. */
@FunctionalInterface
interface Step {
    /** Does it; returns the size of the answer in bytes. */
    int run() throws IOException;
}
