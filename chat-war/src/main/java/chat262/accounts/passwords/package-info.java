/**
 * How passwords are hashed, and who may try how many.
 *
 * <p>Rules:
 *
 * <ol>
 *   <li>Passwords are hashed on half of the cores, in threads of their own, so that however many strangers log in, no other
 *       request waits for a thread or a core. A bounded number wait, in turn by address, and members before strangers.
 *   <li>Wrong passwords are limited by address and by username; the guesses of others never keep out the right password from an
 *       address that has not guessed, nor a member. Only a proxy on this machine is believed about addresses.
 *   <li>Passwords are compared in NFC and with one kind of space (RFC 8265). A hash of another form, made before that was so, is
 *       still good for the password as it was typed then, and is replaced at the next login.
 * </ol>
 *
 * <p>Not its business: whose password it is, and what follows from a right one ({@code accounts}).
 */
package chat262.accounts.passwords;
