/**
 * Synchronizes this device with the server: what arrives is journalled, shown and acknowledged, and what was written is
 * delivered.
 *
 * <p>Rules:
 *
 * <ol>
 *   <li>An entry is in the journal, on disk, before any view may show it.
 *   <li>An entry is acknowledged only after a view has noted it as shown, and everything below it with it.
 *   <li>A message is in the outbox, on disk, before the first attempt to send it, and keeps its key for ever.
 *   <li>For each room one send is under way at a time; the next begins when the server has stored or finally refused
 *       the one before. Rooms don't wait for each other.
 *   <li>A message goes over the live stream while it is up, and by a call otherwise, under the same key. It is settled by {@code
 *       stored}, by its own push or by the call's answer, whichever comes first. After 15 seconds without an answer on the stream it is
 *       repeated by a call at once; when the stream ends before the answer, as after any call without an answer.
 *   <li>No answer, 408, 429 and 5xx: the message is kept and repeated, for as long as it takes, but not before the
 *       time that the server asked for. 401: it is kept until the same account is logged in. Any other 4xx is final.
 *   <li>The live stream is an optimization: an entry that it brings is taken if it is the next one, dropped if it is known,
 *       and if entries before it are missing these are fetched. The list of rooms is polled every 30 s with a stream, and
 *       twice a second without one.
 *   <li>An answer of another epoch, a log shorter than the journal or with another entry in a place that the journal has,
 *       and a room that was opened at another time end the work with {@code historyChanged}; the device is then opened
 *       anew. After the start, and whenever the server may have been away (also
 *       while this machine was suspended: {@code Absence}), nothing is sent to a room or acknowledged
 *       before it was compared with the journal.
 *   <li>What the journal has lost by damage is fetched again, and nothing above it is shown before.
 *   <li>A message goes to the room that it was written for, which its number and the time of its opening tell, or
 *       nowhere. It waits for an older one that only has a name if that may turn out to be the same room's, and for no
 *       other.
 *   <li>Of all processes with an outbox one sends at a time, and only as long as something waits there.
 * </ol>
 *
 * <p>Not its business: how anything looks, and which account is logged in.
 */
package chat262.cli.sync;
