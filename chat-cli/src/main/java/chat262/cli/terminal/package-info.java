/**
 * The console on a real terminal, by JLine.
 *
 * <p>Rules:
 *
 * <ol>
 *   <li>Incoming lines never break the line that is being typed: they are written above it.
 *   <li>A key that leads to another room sends nothing of what is half written: it waits in its room.
 *   <li>The status line is one line, whatever happens, and no wider than the terminal. That the server is away stands first
 *       in it; when the console ends, by a signal as well, it is gone.
 *   <li>Colour says nothing that the text doesn't say as well; with {@code NO_COLOR} there is none.
 *   <li>Ctrl-C takes back what is typed, and never ends the console.
 *   <li>Where the terminal can't show a character such as {@code ✓}, plain ASCII stands for it.
 *   <li>A window of another size is drawn anew, with the latest of what stood there; while an editor has it, it is the
 *       editor's alone.
 *   <li>Lines that arrive at once are one text, which Enter alone ends: {@code Burst}.
 *   <li>A key that is bound to nothing does nothing, whatever its terminal sends for it: {@code UnboundKeys}.
 *   <li>Characters are as wide as the terminal draws them, which is asked: {@code WidthProbe}. A key moves over, or takes
 *       back, what a person takes for one character: {@code Clusters}.
 *   <li>Nothing is handed on that was not decoded as a whole.
 * </ol>
 *
 * <p>Not its business: what is shown, and what keys and lines lead to ({@code interactive}).
 */
package chat262.cli.terminal;
