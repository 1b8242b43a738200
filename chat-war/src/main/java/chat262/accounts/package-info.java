/**
 * People and the devices they are logged in from.
 *
 * <p>Rules:
 *
 * <ol>
 *   <li>A username is unique by its folded form; it is free again once its account is deleted.
 *   <li>Logging in with an unknown username or a wrong password is one and the same answer, in the same time.
 *   <li>An account is logged in from at most {@code chat.sessions.per.account} devices, however many ask at once;
 *       {@code takeOver} ends the one unused for longest.
 *   <li>Of a token only the SHA-256 is stored. A session ends by logout, takeover, deletion, password change, restore or
 *       30 days without use; on the node where it ends, before that call is answered, and on others of a cluster two
 *       seconds later.
 *   <li>A call by cookie speaks only for the session that it names in {@code X-Chat-Session}, and changes
 *       something only if its {@code Origin} is this server.
 *   <li>Everything under {@code /api/v1} is closed but registering and logging in; {@code /live} is closed too, and a
 *       cookie opens it only for a page of this server's own.
 *   <li>A deleted account stays as an empty row, so that its messages keep their seq and keys.
 * </ol>
 *
 * <p>Not its business: what a deletion means in rooms ({@code rooms} listens to {@link chat262.accounts.AccountDeletionStarted} and {@link
 * chat262.accounts.AccountDeleted}).
 */
package chat262.accounts;
