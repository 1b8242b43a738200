package chat262.messages.writer;

import chat262.api.Message;
import java.util.List;

/**
 * Fired after the commit: these entries are in the log, each room's in the order of their seqs. Observers run on the
 * thread that stored them, before anything else is stored on it, so they must not wait for anything.
 *
 * <p>It is a hint, and the table is the truth. A room call commits on a thread of its own and a node for itself, so an
 * event can overtake the one before it, and a process can die between commit and event. An observer that pushes compares the seq
 * with the last one it has pushed: it reads what lies between, and drops what is at or below.
 *
 * @param entries at least one
 */
public record MessagesAppended(List<Entry> entries) {

    /**
     * An entry as its sender sees it, with the key that no other account sees.
     *
     * @param senderId the account that wrote it
     * @param subjectId the account that {@code username} speaks of, deleted or not; null if there is none
     * @param callback gets the outcome of the send that it comes from; null if that was told already
     */
    public record Entry(long senderId, Long subjectId, Message message, SendCallback callback) {
        public Entry(long senderId, Long subjectId, Message message) {
            this(senderId, subjectId, message, null);
        }
    }
}
