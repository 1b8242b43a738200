/**
 * The protocol of sending, fetching and acknowledging as a small model, searched through to its last state: senders with two
 * ways to send, a server that works on two messages at a time, a receiver, and everything that can go wrong between them.
 *
 * <p>Rules:
 *
 * <ol>
 *   <li>A step is the smallest thing that can happen without a crash in its middle. Every order of steps is tried.
 *   <li>A message goes by a request or over the stream, and by a request also while an answer on the stream is waited for.
 *       A request or an acknowledgement that was sent once may arrive at any later moment, any number of times, or never.
 *       A frame may arrive once, as long as its socket is there. An answer or a push may be lost.
 *   <li>Each of them can crash at any moment, as often as it likes; what was durable stays, the rest is gone.
 *   <li>The {@linkplain chat262.it.model.Promise promise} is checked after every step, and from every state there must be
 *       a way to the end: everything accepted has been delivered, shown and acknowledged.
 *   <li>With a {@linkplain chat262.it.model.BrokenRule rule broken} the search finds a shortest way to a broken promise.
 *   <li>The only bounds are the number of messages and of those that the server works on at a time, and that senders and
 *       receiver are searched in two sets of {@linkplain chat262.it.model.Participants participants}.
 * </ol>
 *
 * <p>Simplifications: one room; one message in a transaction (several in one are the same with fewer orders); a push and a
 * fetch are one step, as both read what is committed; the owner's removal of a member is one step; an answer is heard if
 * its sender waits, whichever way it takes, or lost, so more can happen here than on two ways that are told apart.
 *
 * <p>Not its business: the real programs, which {@code faults} runs.
 */
package chat262.it.model;
