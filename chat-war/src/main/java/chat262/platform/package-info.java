/**
 * What every feature uses: settings, the migration of the schema, readiness, and how JSON is written.
 *
 * <p>Rules:
 *
 * <ol>
 *   <li>Every setting is a property {@code chat.*} of MicroProfile Config with a default; see {@link
 *       chat262.platform.Settings}.
 *   <li>The schema is brought up to date before the first request; until then the server is not ready.
 *   <li>A restore from a backup, which the settings name, is recorded once, before the first request: with a new epoch, and
 *       all sessions ended.
 *   <li>A database that confirms a commit before the data are on its disk is refused at the start.
 *   <li>A query is given a hundred ids at most: {@link chat262.platform.IdParts}.
 *   <li>A call whose transaction conflicts with another one is tried again. Services query before they store, so the next try
 *       finds what the other call has stored.
 * </ol>
 *
 * <p>Not its business: accounts, rooms and messages, how requests are read ({@code requests}), and as which problem a
 * failure is answered ({@code problems}).
 */
package chat262.platform;
