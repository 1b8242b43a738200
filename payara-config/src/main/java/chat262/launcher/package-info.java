/**
 * Turns {@code java -jar chat-server.jar} into a running server: Payara Micro with the WAR, a database and their
 * configuration, which are all inside the same jar.
 *
 * <p>Rules:
 *
 * <ol>
 *   <li>A setting comes from its option, else from its environment variable, else from its default; an invalid one ends
 *       the start with a sentence on standard error and exit code 2. A variable that Kubernetes has set, for a service of
 *       this name, is passed over with a sentence.
 *   <li>Standard output carries one line, {@code 262chat is ready at URL}, and only when the readiness URL has answered.
 *   <li>Whatever keeps the server from getting ready ends it with a sentence on standard error and exit code 1.
 *   <li>SIGINT and SIGTERM end the process within 5 s, with 130 and 143 as every shell expects, also during the start.
 *   <li>Nothing is written outside the data folder and the temporary folder, unless {@code --runtime} says so; Payara's
 *       files are deleted by a stop, after a kill by the next start.
 *   <li>A password is never printed, logged or named in a message.
 *   <li>Of {@code chat-api} the launcher uses constants only, which the compiler copies into its classes: run from
 *       {@code chat-server.jar}, it has only its own classes and picocli's on its class path.
 * </ol>
 *
 * <p>Below it are {@code move}, which uses {@code database}, and {@code runtime}, {@code database} and {@code common}, which know
 * neither it nor each other, except that all use {@code common}.
 *
 * <p>Not its business: what the server does (the WAR), and the configuration of pool and listener (the command files in
 * {@code payara-config/derby}, {@code postgresql} and {@code server}).
 */
package chat262.launcher;
