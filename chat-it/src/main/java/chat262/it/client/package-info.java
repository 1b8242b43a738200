/**
 * A client that hides nothing: requests and answers as they went over the wire.
 *
 * <p>Rules:
 *
 * <ol>
 *   <li>Answers are JSON as it came, not records: a check sees fields that should not be there and misses none.
 *   <li>Nothing is repeated, corrected or remembered on its own; a request is one request.
 *   <li>What only sets up a test (joining, opening a room) throws if it fails; what a check
 *       is about returns the {@link chat262.it.client.Answer}.
 * </ol>
 *
 * <p>Not its business: exactly-once on the client's side (the console has a journal and an outbox), and starting servers.
 */
package chat262.it.client;
