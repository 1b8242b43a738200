/**
 * Which server a run speaks to, and as which account.
 *
 * <p>Rules:
 *
 * <ol>
 *   <li>A login is kept in the state folder; a token from outside ({@code CHAT_TOKEN}) goes before it and never replaces
 *       it.
 *   <li>A new login ends the session that this device had; the session of another device only if that is asked for.
 *   <li>A session that has ended already is no failure of {@code logout}.
 * </ol>
 *
 * <p>Not its business: asking for passwords, and keeping an account in step with the server ({@code sync}).
 */
package chat262.cli.client;
