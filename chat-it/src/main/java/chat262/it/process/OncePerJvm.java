package chat262.it.process;

import java.util.function.Supplier;

/**
 * Something dear that all classes of tests in a JVM share: made by the first that asks, closed when the JVM ends. Not in JUnit's
 * own store: with several JVMs side by side each class of tests is a run of JUnit of its own, which would make it anew.
 */
public final class OncePerJvm<T extends AutoCloseable> {
    private final Supplier<T> make;
    private T made;

    public OncePerJvm(Supplier<T> make) {
        this.make = make;
    }

    /** What is shared. */
    public synchronized T get() {
        if (made == null) {
            made = make.get();
            Runtime.getRuntime().addShutdownHook(new Thread(this::close));
        }
        return made;
    }

    private void close() {
        try {
            made.close();
        } catch (Exception e) {
            System.err.println("what the tests shared was not closed: " + e);
        }
    }
}
