package chat262.it.process;

import java.util.function.Supplier;

/**
 * An expensive fixture that all test classes in a JVM share: made by the first that asks, closed when the JVM ends. JUnit's own
 * store would not do: with several JVMs side by side each test class is a run of JUnit of its own.
 */
public final class OncePerJvm<T extends AutoCloseable> {
    private final Supplier<T> make;
    private T made;
    private Throwable failure;

    public OncePerJvm(Supplier<T> make) {
        this.make = make;
    }

    /** The fixture. If it could not be made, that is not tried again: it is expensive, and each test would wait for it. */
    public synchronized T get() {
        if (failure != null) {
            throw new IllegalStateException("the first test could not make what all share", failure);
        }
        if (made == null) {
            make();
        }
        return made;
    }

    private void make() {
        try {
            made = make.get();
        } catch (RuntimeException | Error e) {
            failure = e;
            throw e;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    }

    private void close() {
        try {
            made.close();
        } catch (Exception e) {
            System.err.println("what the tests shared was not closed: " + e);
        }
    }
}
