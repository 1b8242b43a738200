/**
 * What all commands have in common. A command is a class of the packages below, annotated for picocli.
 *
 * <p>Rules:
 *
 * <ol>
 *   <li>A command is one {@link chat262.cli.commands.ClientCommand}: its annotations are its names, what it takes and its
 *       help. The command line, the prompt, slash commands, help, completion and man pages all come from there.
 *   <li>Messages and the results of commands go to standard output, all else to standard error.
 *   <li>The exit code says what happened ({@link chat262.cli.commands.ExitCode}); the message says what to do, in
 *       words that need neither the language nor the libraries of the console ({@code Usage}, {@code PlainWords}).
 *   <li>On the command line, messages that wait in the outbox are delivered before a command does its own work,
 *       unless it overrides {@code flushesOutbox}.
 *   <li>Values are checked by the command, not by converters: the message says what is wanted in words.
 *   <li>A text is a command's last parameter, {@link chat262.cli.commands.FreeText}: all that stands there is taken as it
 *       was given, and the options of such a command stand before its first parameter.
 * </ol>
 *
 * <p>picocli's shell module for JLine is not used: it brings a parser, a completer and a help of its own, where quotes,
 * slashes, {@code @people} and drafts mean something else than here.
 *
 * <p>Not its business: the screen, and the work behind a command that is more than a call or two.
 */
package chat262.cli.commands;
