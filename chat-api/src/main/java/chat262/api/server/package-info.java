/**
 * What the parts of the server tell each other outside of the wire contract: the launcher, the connector and the application
 * run in one JVM, but come in separate files.
 *
 * <p>Rules:
 *
 * <ol>
 *   <li>Only compile-time constants, and only of JDK types. Class loaders may give each part a copy of these classes, and the
 *       launcher may see none at run time: the compiler has copied the constants into the classes that use them.
 *   <li>What is exchanged under a name is a JDK type, such as a text or a {@code Runnable}.
 *   <li>The application works in a container that sets none of these.
 * </ol>
 *
 * <p>Not its business: clients, which see none of this.
 */
package chat262.api.server;
