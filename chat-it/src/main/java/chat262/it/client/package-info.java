/**
 * A client that hides nothing: what a server was asked and what it answered, as it went over the wire.
 *
 * <p>Rules:
 *
 * <ol>
 *   <li>Answers are JSON as it came, not records: a check sees fields that should not be there and misses none.
 *   <li>Nothing is repeated, corrected or remembered on its own; a request is one request.
 *   <li>What is only there to set a scene (joining, opening a room) throws if the server does not play along; what a check
 *       is about returns the {@link chat262.it.client.Answer}.
 * </ol>
 *
 * <p>Not its business: exactly-once on the client's side (the console has a journal and an outbox), and starting servers.
 */
package chat262.it.client;
