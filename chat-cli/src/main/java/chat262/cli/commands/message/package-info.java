/**
 * Commands about messages, without a view: to send, to look at what waits or was said, and to compare it with the server.
 *
 * <p>Rules:
 *
 * <ol>
 *   <li>ROOM is a person's or a group's name; {@code @bob} and {@code #Team} say which.
 *   <li>A message is in the outbox, on disk, before the first attempt to send it.
 *   <li>Nothing that these commands print counts as read.
 *   <li>A message that the server may have is given up only on demand, and that it may have been stored is said.
 * </ol>
 *
 * <p>Not its business: following a room ({@code commands.script}).
 */
package chat262.cli.commands.message;
