/**
 * The interactive session: the prompt, the view of a room, what is unread elsewhere, and the way between rooms.
 *
 * <p>{@link chat262.cli.interactive.InputLoop} reads lines and keys and drives the {@link
 * chat262.cli.interactive.InteractiveSession}, which commands work with as well. Events of the threads behind it arrive at
 * {@code ConsoleEvents}, which knows neither of the two.
 *
 * <p>Rules:
 *
 * <ol>
 *   <li>A view shows the entries of its room in the order of their seqs, each once, from the first unread on; a few
 *       that were read before stand above the mark.
 *   <li>An entry counts as shown when its line was written and flushed without an error, and not before.
 *   <li>Going to another room loses nothing: a draft waits in its room until the person is back, also in a later run.
 *   <li>A room's number is its place among all that have arrived here, the oldest first; a new room changes no other.
 *   <li>A line that was typed in a view that has closed meanwhile is not carried out; where input is no terminal, that is a
 *       failure of the run.
 *   <li>Where input is no terminal, a command that fails is a failure of the run, and the text for a chat that it could not
 *       open goes nowhere.
 *   <li>The end of the input waits for what is to be sent as long as that gets less.
 *   <li>Events of the threads behind it are handled in their order in a thread of their own ({@code EventQueue}), so that a
 *       screen that takes nothing holds up neither receiving nor sending.
 *   <li>A person at a terminal is never sent back to the shell by a failure: the device is tried again ({@code Recovery}).
 *   <li>Several lines at once are a message or nothing: no command, unless it is one that takes a text.
 * </ol>
 *
 * <p>Not its business: how a screen shows it ({@code screen}, {@code terminal}), which commands there are ({@code
 * commands}), and how messages get here and away ({@code sync}).
 */
package chat262.cli.interactive;
