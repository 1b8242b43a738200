/**
 * What every feature uses: settings, whether this server serves, and how JSON is written.
 *
 * <p>Rules:
 *
 * <ol>
 *   <li>Every setting is a property {@code chat.*} of MicroProfile Config with a default; see {@link
 *       chat262.platform.Settings}.
 *   <li>A query is given a hundred ids at most: {@link chat262.platform.IdParts}.
 *   <li>A server that has ended its service ({@link chat262.platform.ServiceState}) is not ready, and serves no request.
 *   <li>A call whose transaction conflicts with another one is tried again. Services query before they store, so the next try
 *       finds what the other call has stored.
 * </ol>
 *
 * <p>Not its business: accounts, rooms and messages, how requests are read ({@code requests}), and as which problem a
 * failure is answered ({@code problems}).
 */
package chat262.platform;
