/**
 * A proxy between one server and its PostgreSQL that does to their connections what networks and crashes do.
 *
 * <p>Rules:
 *
 * <ol>
 *   <li>It passes everything on, byte for byte, until it is told to cut the server off, to let nothing through, to do something
 *       at a commit, or to lose, double or hold back notifications.
 *   <li>It knows PostgreSQL's protocol (version 3, without encryption) and nothing of the server: a hint is a {@code
 *       NotificationResponse}, whichever channel it is from.
 *   <li>A commit is one of a transaction that has inserted a row; reading transactions commit too.
 *   <li>What is random follows from a seed.
 * </ol>
 *
 * <p>Not its business: when to do which of that ({@code faults}), and calls of clients ({@code proxy}).
 */
package chat262.it.proxy.database;
