package chat262.launcher.common;

/** Says why the server does not start, as a sentence for the user. */
public final class StartupException extends Exception {
    private static final int FAILED = 1;
    public static final int MISUSED = 2;

    private final int exitCode;

    private StartupException(int exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    /** The command line or the environment is wrong. */
    public static StartupException misused(String message) {
        return new StartupException(MISUSED, message);
    }

    /** The command line is right, but the start is not possible. */
    public static StartupException failed(String message) {
        return new StartupException(FAILED, message);
    }

    public int exitCode() {
        return exitCode;
    }
}
