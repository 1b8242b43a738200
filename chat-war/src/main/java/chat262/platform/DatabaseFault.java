package chat262.platform;

import java.sql.SQLException;

/** What the database says was wrong, found by the SQLState somewhere below an exception. */
public enum DatabaseFault {
    /** Another transaction was there first (class 23). */
    COLLISION,
    /** Others hold what is needed, or the two locked each other (class 40, 55P03). */
    LOCKED,
    /** The connection, the resources or the server itself are away (08, 53, 57), it takes nothing in, or didn't answer in time. */
    AWAY,
    /** Anything else, which is a fault of ours. */
    OTHER;

    /** The fault behind an exception. */
    public static DatabaseFault of(Throwable failure) {
        DatabaseFault found = OTHER;
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                // The innermost one knows best: pools wrap it without its state.
                found = ofState(sql.getSQLState());
            }
        }
        return found;
    }

    /** Whether somebody else was in the way: the same call can go another way next time. */
    public boolean isCollision() {
        return this == COLLISION || this == LOCKED;
    }

    /** Whether it is no fault of the statement: the very same may succeed in a while. */
    public boolean isPassing() {
        return this == LOCKED || this == AWAY;
    }

    private static DatabaseFault ofState(String state) {
        if (state == null || state.length() < 2) {
            return AWAY; // Payara's pool throws SQLExceptions without a state when it has no connection to give
        }
        if (state.equals("55P03")) {
            return LOCKED; // how PostgreSQL says that a lock was not free in time
        }
        if (state.equals("25006") || state.equals("25P03")) {
            return AWAY; // it only lets itself be read for now; it has ended what was idle for too long
        }
        return switch (state.substring(0, 2)) {
            case "23" -> COLLISION;
            case "40" -> LOCKED;
            case "08", "53", "57", "58", "XJ", "XS" -> AWAY;
            default -> OTHER;
        };
    }
}
