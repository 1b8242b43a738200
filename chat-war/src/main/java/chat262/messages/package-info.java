/**
 * The log of all rooms, and how far each member has acknowledged it: the exactly-once core.
 *
 * <p>Rules (the protocol's promise):
 *
 * <ol>
 *   <li>Each room numbers its entries 1, 2, 3, … without a hole. The number is given in the transaction that stores the
 *       entry, while the room's row is locked: nobody can read n+1 before n.
 *   <li>A key names one message of its account for ever. A repeat answers with the message that is there, even if the
 *       sender has left since; a key that stood for something else is refused.
 *   <li>Membership, known keys and whether the room is closed are read after the lock and never before it.
 *   <li>The cursor moves up, never down, never beyond the last entry, and only when a client says so.
 *   <li>Nothing reads a whole history: pages are ranges of seqs, and counting unread stops at 1,000.
 * </ol>
 *
 * <p>Not its business: who may be in a room ({@code rooms}), and pushing what was stored.
 */
package chat262.messages;
