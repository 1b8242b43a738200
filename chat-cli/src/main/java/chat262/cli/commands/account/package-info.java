/**
 * Commands about accounts: to have one, to log in and out, to find people.
 *
 * <p>Rules:
 *
 * <ol>
 *   <li>A password is asked for or read from standard input, never taken from the command line.
 *   <li>An account is deleted only after its name was given once more.
 *   <li>The session of another device is ended only by {@code --take-over} or after a question.
 * </ol>
 *
 * <p>Not its business: keeping the login ({@code client}, {@code store}).
 */
package chat262.cli.commands.account;
