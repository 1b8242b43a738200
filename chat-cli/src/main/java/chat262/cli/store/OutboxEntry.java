package chat262.cli.store;

import java.time.Instant;

/**
 * A message of the account on its way to the server.
 *
 * @param key its name, a UUID, made before the first attempt
 * @param to whom it is for, as {@link KnownRoom#address()}, or a bare name that is still to be resolved
 * @param resolved whether {@code room} is known to be the one; before that nothing may be sent
 * @param room the room's id; 0 while only the name is known
 * @param roomCreatedAt when that room was opened; null while only the name is known
 * @param body what it says
 * @param writtenAt when it was put here
 * @param state how far it has come
 * @param settledAt when it was stored or refused; null before
 * @param seq its place in the room; 0 before it is stored
 * @param refusal why the server refused it; null if it didn't
 * @param attempted false as long as no attempt to send it was begun, so that the server can't have it; null in a record of a
 *     version that didn't note it
 */
public record OutboxEntry(
        String key,
        String to,
        boolean resolved,
        long room,
        Instant roomCreatedAt,
        String body,
        Instant writtenAt,
        State state,
        Instant settledAt,
        long seq,
        String refusal,
        Boolean attempted) {
    /** How far a message has come. */
    public enum State {
        WAITING,
        STORED,
        REFUSED,
        /** Given up by the person. */
        DROPPED
    }

    /** A new message for a room. */
    public static OutboxEntry to(KnownRoom room, String key, String body) {
        return waiting(key, room.address(), true, room.id(), room.createdAt(), body);
    }

    /** A new message for a name whose room is still to be found. */
    public static OutboxEntry to(String name, String key, String body) {
        return waiting(key, name, false, 0, null, body);
    }

    /** With newlines only: the protocol knows no other end of a line. */
    private static OutboxEntry waiting(
            String key, String to, boolean resolved, long room, Instant roomCreatedAt, String body) {
        String text = text(body);
        return new OutboxEntry(
                key, to, resolved, room, roomCreatedAt, text, Instant.now(), State.WAITING, null, 0, null, false);
    }

    private static String text(String body) {
        return body.replace("\r\n", "\n").replace('\r', '\n');
    }

    public boolean isWaiting() {
        return state == State.WAITING;
    }

    /** Whether the server can't have it, as nothing was begun to send it. */
    public boolean isUnattempted() {
        return Boolean.FALSE.equals(attempted);
    }

    /** Whether it is never to be sent again, also not to a history that was rolled back. */
    boolean isGivenUp() {
        return state == State.REFUSED || state == State.DROPPED;
    }

    OutboxEntry at(KnownRoom found) {
        return new OutboxEntry(
                key,
                found.address(),
                true,
                found.id(),
                found.createdAt(),
                body,
                writtenAt,
                state,
                settledAt,
                seq,
                refusal,
                attempted);
    }

    OutboxEntry with(State now, Instant when, long itsSeq, String why) {
        return new OutboxEntry(
                key, to, resolved, room, roomCreatedAt, body, writtenAt, now, when, itsSeq, why, attempted);
    }

    OutboxEntry beingAttempted() {
        return new OutboxEntry(
                key, to, resolved, room, roomCreatedAt, body, writtenAt, state, settledAt, seq, refusal, true);
    }

    OutboxEntry saying(String other) {
        return new OutboxEntry(
                key,
                to,
                resolved,
                room,
                roomCreatedAt,
                text(other),
                writtenAt,
                state,
                settledAt,
                seq,
                refusal,
                attempted);
    }

    /** The same message in a history that was rolled back, where its room may be another or none. */
    OutboxEntry again() {
        return new OutboxEntry(
                key, to, false, room, roomCreatedAt, body, writtenAt, State.WAITING, null, 0, null, attempted);
    }
}
