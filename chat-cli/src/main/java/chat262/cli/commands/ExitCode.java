package chat262.cli.commands;

import chat262.api.problems.ProblemType;
import chat262.cli.client.NotLoggedIn;
import chat262.cli.config.InvalidConfig;
import chat262.cli.interactive.NoOpenRoom;
import chat262.cli.screen.OutputClosed;
import chat262.cli.screen.PlainWords;
import chat262.cli.server.NoAnswer;
import chat262.cli.server.RequestRejected;
import chat262.cli.sync.NoSuchRoom;
import picocli.CommandLine.ParameterException;

/** How a command ends, and the sentence that says why. */
public final class ExitCode {
    public static final int OK = 0;
    /** Something of this machine: a full disk, a state folder that can't be written, a console that is open already. */
    public static final int TROUBLE = 1;

    public static final int USAGE = 2;
    public static final int NOT_LOGGED_IN = 3;
    public static final int REFUSED = 4;
    public static final int UNREACHABLE = 5;
    public static final int TIMED_OUT = 6;

    /** What reads the output has ended; shells know this number as "killed by SIGPIPE". */
    public static final int OUTPUT_CLOSED = 141;

    private ExitCode() {}

    public static int of(Throwable failure) {
        if (failure instanceof ParameterException
                || failure instanceof InvalidConfig
                || failure instanceof NoOpenRoom) {
            return USAGE;
        }
        if (failure instanceof NotLoggedIn
                || failure instanceof RequestRejected refused && refused.is(ProblemType.NOT_LOGGED_IN)) {
            return NOT_LOGGED_IN;
        }
        if (failure instanceof RequestRejected refused && !refused.isFinal() && !refused.isLogin()) {
            return UNREACHABLE; // it is there, but can't do it now
        }
        if (failure instanceof RequestRejected || failure instanceof NoSuchRoom) {
            return REFUSED;
        }
        if (failure instanceof OutputClosed) {
            return OUTPUT_CLOSED;
        }
        if (failure instanceof NoAnswer none) {
            return none.reached() ? TIMED_OUT : UNREACHABLE;
        }
        return TROUBLE;
    }

    /** A sentence for the person, with what to do about it. */
    public static String sentence(Throwable failure, String server) {
        if (failure instanceof NotLoggedIn
                || failure instanceof RequestRejected refused && refused.is(ProblemType.NOT_LOGGED_IN)) {
            return "you are not logged in at " + server + ": log in with 'login NAME'";
        }
        if (failure instanceof RequestRejected refused && refused.is(ProblemType.LOGGED_IN_ELSEWHERE)) {
            return "another device is logged in to this account; 'login NAME --take-over' logs it out";
        }
        if (failure instanceof NoAnswer) {
            return "no answer from " + server + " (" + failure.getMessage()
                    + "); is it running? --server URL or CHAT_SERVER says where it is";
        }
        return PlainWords.of(failure);
    }
}
