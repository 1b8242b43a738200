package chat262.it.bench.load;

import java.io.IOException;

/** A client's way to the server, on which one thing at a time is under way. One thread may send and another one read. */
interface Line {
    /** Who is told that it is done, by the thread that reads. */
    interface Done {
        void done(Line line, long due) throws IOException;
    }

    /** Who is told from now on. Nothing may be under way. */
    void onDone(Done done);

    /** Begins the next one, which was due at a time by {@code System.nanoTime()}. Nothing may be under way. */
    void send(long due) throws IOException;
}
