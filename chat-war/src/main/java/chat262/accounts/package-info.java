/**
 * Accounts, and the sessions of the devices that are logged in.
 *
 * <p>Rules:
 *
 * <ol>
 *   <li>A username is unique by its folded form; it is free again when its account is deleted.
 *   <li>Logging in with an unknown username and with a wrong password get the same answer, after the same time.
 *   <li>An account is logged in from at most {@code chat.sessions.per.account} devices, however many log in at once; {@code
 *       takeOver} ends the session that has not been used for longest.
 *   <li>Only the SHA-256 of a token is stored. A session ends by logout, takeover, deletion, password change, restore or 30
 *       days without use. It is invalid on this node before the call that ends it is answered, and on the other nodes of a
 *       cluster two seconds later.
 *   <li>A call that is authenticated by cookie must name the cookie's session in {@code X-Chat-Session}; one that changes
 *       something must also have this server as its {@code Origin}. Where it has not, that is said, and no login is blamed.
 *   <li>The cookie of a page that came over TLS is {@code Secure}, also behind a proxy. Its name is of this server, as
 *       browsers share cookies between the ports of a host. It is set again once a day while it is used, so that it lasts as
 *       long as its session.
 *   <li>Everything under {@code /api/v1} but registering and logging in needs authentication; so does {@code /live}, where
 *       a cookie is accepted only with this server as the {@code Origin}.
 *   <li>What no account can be called is refused before it is looked up, counted or remembered.
 *   <li>Where registration is closed only members register accounts.
 *   <li>A deleted account remains as an empty row, so that its messages keep their seqs and keys.
 * </ol>
 *
 * <p>Not its business: how passwords are hashed and guesses limited ({@code accounts.passwords}), and what a deletion means in rooms ({@code rooms} listens to {@link chat262.accounts.AccountDeletionStarted} and {@link
 * chat262.accounts.AccountDeleted}).
 */
package chat262.accounts;
