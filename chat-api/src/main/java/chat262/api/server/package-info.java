/**
 * What the parts of the server tell each other outside of the wire contract: the launcher, the connector and the application
 * run in one JVM, but come in separate files.
 *
 * <p>Rules:
 *
 * <ol>
 *   <li>Only compile-time constants, which the compiler copies into the classes that use them. So it does not matter which copy
 *       of these classes a class loader finds: run from {@code chat-server.jar}, the launcher finds none, the connector finds
 *       the one in {@code MICRO-INF/lib}, and so does the application, whose class loader asks its parent first; in another
 *       container the application finds the one in its WAR.
 *   <li>What is exchanged under a name is a JDK type, such as a text or a {@code Runnable}.
 *   <li>The application works in a container that sets none of these.
 * </ol>
 *
 * <p>Not its business: clients, which see none of this.
 */
package chat262.api.server;
