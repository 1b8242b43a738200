/**
 * What every feature stands on: settings, the schema's migrations, readiness, how JSON is written, and the rules for
 * texts and names.
 *
 * <p>Rules:
 *
 * <ol>
 *   <li>Every setting is a property {@code chat.*} of MicroProfile Config with a default; see {@link
 *       chat262.platform.Settings}.
 *   <li>The schema is brought up to date before the first request; until then the server is not ready.
 *   <li>A restore from a backup that the settings name is noted once, before the first request: a new epoch, and no
 *       sessions.
 *   <li>A database that answers "stored" before its disk has the data is refused at the start.
 *   <li>Names are compared, searched and sorted by their {@linkplain chat262.platform.Names#fold folded} form.
 *   <li>A call whose transaction collided with another's is repeated; services look first, so they then find what the
 *       other has stored.
 * </ol>
 *
 * <p>Not its business: accounts, rooms and messages, how requests are read ({@code requests}), and which problem a
 * failure is ({@code problems}).
 */
package chat262.platform;
