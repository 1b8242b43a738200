/**
 * What all parts of the launcher use: the data folder, its marks of a move, the files inside the jar, and the exception that ends a start.
 *
 * <p>Rules:
 *
 * <ol>
 *   <li>One data folder, one server: the folder is locked for as long as the process lives.
 *   <li>A database that trades durability for speed is refused.
 *   <li>What ends a start is a sentence for the user, not a stack trace.
 * </ol>
 *
 * <p>Not its business: Payara.
 */
package chat262.launcher.common;
