package chat262.it.proxy.database;

import java.util.HashSet;
import java.util.Set;

/** Follows the transactions of one connection. One thread tells it of the server's messages, another of the database's. */
final class TransactionWatch {
    private static final String COMMIT = "COMMIT";
    private static final String LISTEN = "LISTEN ";
    private static final char OUTSIDE = 'I';

    /** The names of prepared statements that are commits; the unnamed one, too, until it is something else. */
    private final Set<String> commits = new HashSet<>();

    private volatile boolean inserted;
    private volatile boolean listening;

    /** The server has sent a message; returns whether it asks for the commit of something inserted. */
    boolean asksForCommit(DatabaseMessage message) {
        if (message.is(DatabaseMessage.PARSE)) {
            prepared(message.text(0), message.text(1));
        } else if (message.is(DatabaseMessage.QUERY)) {
            noteListening(message.text(0));
            return inserted && message.text(0).equalsIgnoreCase(COMMIT);
        }
        return inserted && message.is(DatabaseMessage.BIND) && commits.contains(message.text(1));
    }

    private void prepared(String name, String sql) {
        noteListening(sql);
        if (sql.equalsIgnoreCase(COMMIT)) {
            commits.add(name);
        } else {
            commits.remove(name);
        }
    }

    private void noteListening(String sql) {
        listening = listening || sql.regionMatches(true, 0, LISTEN, 0, LISTEN.length());
    }

    /** The database has sent a message; returns whether it says that something inserted is committed. */
    boolean saysCommitted(DatabaseMessage message) {
        if (message.is(DatabaseMessage.READY_FOR_QUERY) && message.status() == OUTSIDE) {
            inserted = false;
        } else if (message.is(DatabaseMessage.COMMAND_COMPLETE)) {
            inserted = inserted || message.text(0).startsWith("INSERT");
            return inserted && message.text(0).equals(COMMIT);
        }
        return false;
    }

    /** Whether the server has asked for notifications on this connection. */
    boolean isListening() {
        return listening;
    }
}
