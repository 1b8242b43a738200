/**
 * What the console keeps on disk: the login, what has arrived (the journal), and what waits to be sent (the outbox).
 * All of it lies below {@code $XDG_STATE_HOME/chat}, a profile's below {@code profiles/PROFILE} there, in a folder for
 * each server, epoch and account. The account's folder has its id and its name, as a restore may give the id to another
 * account.
 *
 * <p>Rules:
 *
 * <ol>
 *   <li>What a method has added is on the disk (fsync) when the method returns.
 *   <li>A file is only ever appended to, or replaced as a whole. A torn end, which a power cut leaves, is cut off when the
 *       file is next opened for writing, and the cut bytes are kept beside it in {@code NAME.cut}.
 *   <li>Damage costs no more than the record that it is in: every reader goes on at the next record that checks. When the
 *       file is next opened for writing, one with the whole records takes its place, the damaged one is kept as {@code
 *       NAME.damaged-N}, and that is told once. Entries that the journal lacks by that can be filled in.
 *   <li>Each file begins with its kind and version; one of a version that is not known here is refused and not touched.
 *   <li>The journal is written by the process that holds the lock of the account's folder. The outbox is shared by all
 *       processes: each step takes the outbox's own lock, reads what others have added, and releases it.
 *   <li>What the outboxes of an account's earlier histories hold is taken over by that of the present one, also when it
 *       was added after the first time.
 *   <li>That a message is attempted is in the outbox before the attempt; only one without that note can be changed, or given
 *       up without a doubt. After damage all that waits counts as attempted.
 *   <li>A server has one folder, however its address is written. Where earlier versions made several, that of the latest login
 *       is used, and the outboxes of the others are taken over.
 *   <li>The journal takes a room's entries in the order of their seqs, without a gap, each once.
 *   <li>Folders and files are for their owner alone (0700, 0600).
 * </ol>
 *
 * <p>Not its business: talking to the server, and deciding what to send or to show.
 */
package chat262.cli.store;
