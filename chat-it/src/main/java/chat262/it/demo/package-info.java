/**
 * {@code ./chat demo}: the main job, shown on its own with the built server and two built consoles.
 *
 * <p>Rules:
 *
 * <ol>
 *   <li>The consoles are processes that get typed lines and print what they show; nothing is looked up in any other way.
 *   <li>One console is killed (SIGKILL) while messages that it has received wait unacknowledged, and is started again.
 *   <li>It ends with 0 only if each person saw each message of each room once and in the order of the room; what was seen
 *       is printed either way.
 *   <li>The server listens on a free port of 127.0.0.1, and its data and the consoles' homes are gone afterwards.
 * </ol>
 *
 * <p>Not its business: proving the promise under faults; this is for people to look at.
 */
package chat262.it.demo;
