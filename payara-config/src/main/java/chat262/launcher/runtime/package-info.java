/**
 * The JVM and the classes that the server runs with: the libraries in {@code chat-server.jar}, unpacked into a folder, and what
 * makes a start from there quick.
 *
 * <p>Rules:
 *
 * <ol>
 *   <li>The libraries are unpacked once and kept: completely, or not at all. A start that is killed while it unpacks leaves
 *       nothing that a later one uses.
 *   <li>Libraries that were unpacked from another jar are never started.
 *   <li>An archive of classes is an optimization: a JVM that can't use it starts without it.
 *   <li>A command that needs no Payara doesn't unpack it, and leaves nothing behind.
 * </ol>
 *
 * <p>Not its business: settings, and what is started from these classes.
 */
package chat262.launcher.runtime;
