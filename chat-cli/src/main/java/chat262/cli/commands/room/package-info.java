/**
 * Commands about rooms: which there are, who is in them, and up to where they are read.
 *
 * <p>Rules:
 *
 * <ol>
 *   <li>A group's name may be given with or without its {@code #}, and left out in its chat.
 *   <li>What the caller may do is decided by the server, not here.
 * </ol>
 *
 * <p>Not its business: the messages of a room ({@code commands.message}), and its view ({@code interactive}).
 */
package chat262.cli.commands.room;
