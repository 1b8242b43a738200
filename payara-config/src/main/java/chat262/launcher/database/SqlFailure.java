package chat262.launcher.database;

import java.sql.SQLException;

/** What a failure of a database means, in words for the user. */
public final class SqlFailure {
    private SqlFailure() {}

    /** The reason in one line: that of the last exception behind this one, which is the most exact. */
    public static String reason(SQLException failure) {
        SQLException last = failure;
        while (last.getNextException() != null && last.getNextException() != last) {
            last = last.getNextException();
        }
        String message = String.valueOf(last.getMessage()).strip();
        return message.replaceFirst("^(FATAL|ERROR): ", "").replaceAll("\\s*\\R\\s*", "; ");
    }

    /** Whether a user or password is not accepted. */
    static boolean isRefusedLogin(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        return state.startsWith("28") || state.equals("08004");
    }

    /** Whether a table doesn't exist. */
    public static boolean isMissingTable(SQLException failure) {
        return "42P01".equals(failure.getSQLState());
    }
}
