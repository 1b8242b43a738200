package chat262.platform;

import java.sql.SQLException;

/** Why the database failed, by the SQLState of the innermost {@link SQLException} of a failure. */
public enum DatabaseFault {
    /** A constraint is violated by what another transaction has stored (class 23). */
    CONFLICT,
    /** A lock was not available in time, or there was a deadlock (class 40, 55P03). */
    LOCKED,
    /** The connection, resources or the server are missing (08, 53, 57), it is read-only, or it did not answer in time. */
    UNAVAILABLE,
    /** Anything else: a bug. */
    OTHER;

    /** The fault that caused a failure. */
    public static DatabaseFault of(Throwable failure) {
        DatabaseFault found = OTHER;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                // The innermost one is right: pools wrap it and lose its state.
                found = ofState(sql.getSQLState());
            }
        }
        return found;
    }

    /** Whether another transaction was in the way: the same call may succeed when it queries again. */
    public boolean isConflict() {
        return this == CONFLICT || this == LOCKED;
    }

    /** Whether the statement is not the cause: the very same may succeed in a while. */
    public boolean isTransient() {
        return this == LOCKED || this == UNAVAILABLE;
    }

    private static DatabaseFault ofState(String state) {
        if (state == null || state.length() < 2) {
            return UNAVAILABLE; // Payara's pool throws SQLExceptions without a state when it has no connection to give
        }
        if (state.equals("55P03")) {
            return LOCKED; // PostgreSQL's lock_not_available
        }
        if (state.equals("25006") || state.equals("25P03")) {
            return UNAVAILABLE; // read-only for now; idle transaction timeout
        }
        return switch (state.substring(0, 2)) {
            case "23" -> CONFLICT;
            case "40" -> LOCKED;
            case "08", "53", "57", "58", "XJ", "XS" -> UNAVAILABLE;
            default -> OTHER;
        };
    }
}
