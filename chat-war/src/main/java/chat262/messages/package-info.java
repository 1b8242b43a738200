/**
 * The log of all rooms as clients and rooms use it: sending, fetching, acknowledging, and the entries of room calls.
 *
 * <p>{@link chat262.messages.MessagesResource} and {@link chat262.messages.CursorResource} put what clients send into the inbox of {@code
 * messages.writer}, which stores it; the request gives its thread back. {@link chat262.messages.MessageService} reads pages. {@link
 * chat262.messages.MessageLog} appends the entries of room calls, in the transactions of these.
 *
 * <p>Rules (the protocol's promise):
 *
 * <ol>
 *   <li>An entry of a room call takes the room's next number under the room's lock, as one of the writer does, and is
 *       announced after the commit.
 *   <li>Nothing reads a whole history: pages are ranges of seqs, and counting unread stops at 1,000.
 *   <li>A key of a call that writes no entry is stored under the same unique constraint as those of messages.
 * </ol>
 *
 * <p>Not its business: in what order and how what was sent is stored ({@code messages.writer}), who may be in a room ({@code rooms}), and
 * pushing what was stored ({@code live}).
 */
package chat262.messages;
