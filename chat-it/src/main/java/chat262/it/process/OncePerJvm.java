package chat262.it.process;

import java.util.function.Supplier;

/**
 * An expensive fixture that all test classes in a JVM share: made by the first that asks, closed when the JVM ends. JUnit's own
 * store would not do: with several JVMs side by side each test class is a run of JUnit of its own.
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
