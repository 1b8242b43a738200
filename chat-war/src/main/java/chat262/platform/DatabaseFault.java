package chat262.platform;

import java.sql.SQLException;

/** What the database says was wrong, found by the SQLState somewhere below an exception. */
public enum DatabaseFault {
    /** Another transaction was there first (class 23), or the two locked each other (class 40). */
    COLLISION,
    /** The connection, the resources or the server itself are away (08, 53, 57), or there was no answer in time. */
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

    public boolean isCollision() {
        return this == COLLISION;
    }

    private static DatabaseFault ofState(String state) {
        if (state == null || state.length() < 2) {
            return AWAY; // Payara's pool throws SQLExceptions without a state when it has no connection to give
        }
        return switch (state.substring(0, 2)) {
            case "23", "40" -> COLLISION;
            case "08", "53", "57", "58", "XJ", "XS" -> AWAY;
            default -> OTHER;
        };
    }
}
