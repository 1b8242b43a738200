/**
 * The commands of an interactive session: those that need one, and how a typed line becomes a command.
 *
 * <p>Rules:
 *
 * <ol>
 *   <li>A command is the same class at the prompt and on the command line; only those of this package need a session.
 *   <li>What goes wrong is said on the screen, and the session goes on.
 *   <li>An alias never hides a command.
 *   <li>Changed preferences last until the session ends; the config file is for good.
 *   <li>The commands are built when the first one is needed, so that the prompt doesn't wait for them.
 * </ol>
 *
 * <p>Not its business: when a line is a command and when a message ({@code interactive}).
 */
package chat262.cli.commands.prompt;
