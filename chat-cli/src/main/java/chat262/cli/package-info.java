/**
 * The console, {@code chat}: from a command line to what it does.
 *
 * <p>Rules:
 *
 * <ol>
 *   <li>Every command is one row of the {@link chat262.cli.CommandTable}: its names, what it takes, its help and what
 *       it does. The command line, the console's prompt, slash commands, help and completion all come from there.
 *   <li>Messages and the results of commands go to standard output, all else to standard error.
 *   <li>The exit code says what happened ({@link chat262.cli.ExitCode}); the message says what to do.
 *   <li>A password is asked for or read from standard input, never taken from the command line.
 *   <li>What was chosen is a {@link chat262.cli.Config}, made once; nobody else looks at options for all commands, the
 *       environment or the config file.
 * </ol>
 *
 * <p>Not its business: the screen, and the work behind a command that is more than a call or two.
 */
package chat262.cli;
