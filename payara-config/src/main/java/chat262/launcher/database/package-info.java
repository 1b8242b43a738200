/**
 * The databases that the server can use: the embedded Derby, and PostgreSQL.
 *
 * <p>Rules:
 *
 * <ol>
 *   <li>The WAR knows the data source {@code jdbc/chat} only; each database makes the pool behind it by asadmin commands.
 *   <li>How a database and its driver behave is in the files of its folder, not in code.
 *   <li>Data that were moved to another database are refused; data that a server may change end a move of them.
 *   <li>A password is in a system property only, which no message, log or configuration file contains.
 * </ol>
 *
 * <p>Not its business: the schema (the WAR).
 */
package chat262.launcher.database;
