/**
 * {@code ./chat bench live}: what the live stream costs, over which messages are sent and pushed.
 *
 * <p>Rules:
 *
 * <ol>
 *   <li>All is measured on one server, with 100-byte messages of accounts that are logged in and connected, each message stored
 *       durably, pushed, and acknowledged by those who get it.
 *   <li>Each part is measured with people and rooms of its own, and can be measured alone.
 *   <li>One message at a time is under way for each sender, as clients do it.
 * </ol>
 */
package chat262.it.bench.live;
