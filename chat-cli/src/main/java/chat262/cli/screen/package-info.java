/**
 * What a screen can show and read, the plain one, and how entries look as lines and as JSON.
 *
 * <p>Rules:
 *
 * <ol>
 *   <li>Nothing that came from elsewhere reaches a terminal raw: {@link chat262.cli.screen.SafeText} goes over every line.
 *   <li>Lines of a view and results go to standard output, everything else to standard error.
 *   <li>When {@link chat262.cli.screen.Screen#show} returns, its lines are written and flushed; else it throws.
 *   <li>Where input or output is no terminal, each line of input is one command or one message, nothing is coloured, and
 *       the end of the input is the end of the console.
 *   <li>Input that is not text is an error of its line: a message is never sent with characters lost. In a
 *       locale that names no more than ASCII, or isn't installed, a terminal is taken for one in UTF-8.
 *   <li>Lines that arrive at once at a terminal are one message, after a question, or nothing; never commands.
 * </ol>
 *
 * <p>The lines of a view, which scripts may rely on: {@code HH:MM  bob: text} (an account called "you" is {@code @you} wherever it appears),
 * {@code HH:MM  you: text} once the server has stored it, {@code HH:MM  -- bob joined} for events, further lines of a text
 * behind {@code "       | "}, and marks that start with {@code "-- "}: {@code -- chat with bob --} at the top, {@code -- 2
 * unread --} or {@code -- nothing unread --} behind what was read before, {@code -- Tuesday, 24 November 2026 --} where
 * another day begins than the one before (a view begins with today), {@code -- left the chat with bob --} at the end. A
 * terminal puts {@code ✓} behind one's own lines.
 *
 * <p>Not its business: a terminal with a status line and colours ({@code terminal}), and when what is shown ({@code
 * interactive}).
 */
package chat262.cli.screen;
