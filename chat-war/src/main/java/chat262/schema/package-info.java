/**
 * The database that the server finds at its start: its schema, its history's epoch, and whether it is durable; and readiness,
 * which depends on them.
 *
 * <p>Rules:
 *
 * <ol>
 *   <li>The schema is brought up to date before the first request; until then the server is not ready.
 *   <li>A database that needs a later program is refused at the start; one that an older program can still use is not: so
 *       servers are upgraded one after the other ({@link chat262.schema.SchemaLevel}).
 *   <li>A restore from a backup, which the settings name, is recorded once, before the first request: with a new epoch, and
 *       all sessions ended.
 *   <li>A database that confirms a commit before the data are on its disk is refused at the start, as is one to which the data of
 *       another installation are still being moved.
 *   <li>A server that has ended its service is not ready.
 * </ol>
 *
 * <p>Not its business: the tables' rows ({@code accounts}, {@code rooms}, {@code messages}).
 */
package chat262.schema;
