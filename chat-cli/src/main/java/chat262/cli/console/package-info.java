/**
 * What a person sees and types: the prompt, the view of a room, what is unread elsewhere, and the way between rooms.
 *
 * <p>Rules:
 *
 * <ol>
 *   <li>A view shows the entries of its room in the order of their seqs, each once, from the first unread on; a few
 *       that were read before stand above the mark.
 *   <li>An entry counts as shown when its line was written and flushed without an error, and not before.
 *   <li>Nothing that came from elsewhere reaches a terminal raw: {@link chat262.cli.console.SafeText} goes over every
 *       line.
 *   <li>Lines of a view go to standard output, everything else to standard error.
 *   <li>Going to another room takes nothing away: what was half written waits there until the person is back.
 *   <li>A room's number is its place among all that have arrived here, the oldest first; a new room changes no other.
 *   <li>Where input or output is no terminal, each line of input is one command or one message, nothing is coloured,
 *       and the end of the input is the end of the console.
 * </ol>
 *
 * <p>The lines of a view, which scripts may rely on: {@code HH:MM  bob: text} (somebody called "you" is {@code @you}),
 * {@code HH:MM  you: text} once the server has stored it, {@code HH:MM  -- bob joined} for what happened, further lines
 * of a text behind {@code "       | "}, and marks that start with {@code "-- "}: {@code -- chat with bob --} at the top,
 * {@code -- 2 unread --} or {@code -- nothing unread --} behind what was read before, {@code -- Tuesday, 24 November 2026
 * --} where another day begins than the one before (a view begins with today), {@code -- left the chat with bob --} at
 * the end. A terminal puts {@code ✓} behind one's own lines.
 *
 * <p>Not its business: how a terminal is made to show it ({@code terminal}), which commands there are, and how messages get here and away.
 */
package chat262.cli.console;
