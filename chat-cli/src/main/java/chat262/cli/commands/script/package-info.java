/**
 * Commands that only the command line has, for scripts and for looking after things.
 *
 * <p>Rules:
 *
 * <ol>
 *   <li>{@code tail} hands on each entry once it is in the journal, in the order of its room, and skips none.
 *   <li>It acknowledges an entry only when it was printed and, where the output is a pipe, taken out of it, or when the command
 *       that got it has succeeded. It ends when its reader has ended.
 *   <li>{@code doctor} only reads; a check that fails ends no other.
 *   <li>None of these commands waits until the outbox is delivered; {@code tail} delivers it beside its own work.
 * </ol>
 *
 * <p>Not its business: showing what is new to a person ({@code interactive}).
 */
package chat262.cli.commands.script;
