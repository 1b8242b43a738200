/**
 * Group commit: how sends and cursors are stored. The center of the exactly-once core.
 *
 * <p>A {@code Send} is put into the {@link chat262.messages.writer.Inbox}, whether it came as a call or as a frame of the live
 * stream. One thread, the {@link chat262.messages.writer.LogWriter}, takes what waits there as a {@code Batch} and hands it to its
 * {@code LogConnection}, which makes one transaction of it: lock the rooms, read the memberships and stored keys, make a {@code
 * BatchPlan} of them, update the counters, insert, update the cursors, commit. Only then the {@code BatchResult} is carried out:
 * the responses, and {@link chat262.messages.writer.MessagesAppended}; the {@code SendCallback} of a frame travels with the event of its entry,
 * since the push is its answer. While it commits, the next batch gathers: under load many messages share one write to the
 * disk, and a message that comes alone goes alone, at once. Acknowledgements, which come many at once, travel with the
 * batches, a share of them with each; room calls don't (docs/decisions/001). The threads of {@code ResponseExecutor}
 * complete the requests; there are more of them while clients don't read. {@code BatchWriter} stores a batch for either of
 * the two threads that do. What a batch is decided on is read by {@code LogQueries}: row by row from Derby, with one query each
 * from PostgreSQL.
 *
 * <p>Rules (the protocol's promise):
 *
 * <ol>
 *   <li>Each room numbers its entries 1, 2, 3, … without a gap. The number is given in the transaction that stores the
 *       entry, while the room's row is locked: n+1 can't be read before n.
 *   <li>A key names one message of its account for ever. A repeat answers with the message that is there, even if the
 *       sender has left since; a key that stood for something else is refused. Of equal keys in a batch the first stands. Calls
 *       that write no entry have their keys under the same unique constraint.
 *   <li>Memberships, stored keys and whether the room is closed are read after the lock and never before it. Rooms are
 *       locked by id, and only then memberships by room and account.
 *   <li>No request and no frame is answered before the commit. {@code overloaded} means that nothing was stored: the inbox was full, or
 *       the server is stopping. That is found out first, without looking whether the key is stored.
 *   <li>A message or cursor that can't be stored fails alone: its batch is split in halves and tried again, in its order
 *       and before anything newer, until the bad one is isolated.
 *   <li>When the database is away the same batch is tried again, for ten seconds of an outage; then {@code unavailable}.
 *       Every send has a key, so what an attempt of unknown outcome did store is found and not stored twice; and it is
 *       announced then, whichever part of the batch it is in.
 *   <li>When a lock is not to be had the rooms of the batch are put aside: {@code StuckRooms} tries each by itself for ten
 *       seconds, in a second thread, and all other rooms go on. What comes for a room that is put aside waits for what was
 *       there before.
 *   <li>When the server stops, what was accepted is stored and answered, and the rest is refused.
 *   <li>The cursor moves up, never down, never beyond the last entry there was before the batch, and only when a client
 *       says so. What is answered is durable.
 *   <li>Only {@code ContentColumns} knows in which columns an entry's content is; nothing else here looks into its kind.
 * </ol>
 *
 * <p>Not its business: how requests are read and entries are fetched ({@code messages}), who may be in a room ({@code
 * rooms}), and pushing what was stored (the observers of {@code MessagesAppended}).
 */
package chat262.messages.writer;
