package chat262.launcher;

/** Why the server did not start, as a sentence for the person who started it. */
final class CannotStart extends Exception {
    static final int FAILED = 1;
    static final int MISUSED = 2;

    private final int exitCode;

    private CannotStart(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    /** The command line or the environment is wrong. */
    static CannotStart misused(String message) {
        return new CannotStart(MISUSED, message);
    }

    /** The command line is right, but something is in the way. */
    static CannotStart failed(String message) {
        return new CannotStart(FAILED, message);
    }

    int exitCode() {
        return exitCode;
    }
}
