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
        String refusal) {
    /** How far a message has come. */
    public enum State {
        WAITING,
        STORED,
        REFUSED
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
        String text = body.replace("\r\n", "\n").replace('\r', '\n');
        return new OutboxEntry(
                key, to, resolved, room, roomCreatedAt, text, Instant.now(), State.WAITING, null, 0, null);
    }

    public boolean isWaiting() {
        return state == State.WAITING;
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
                refusal);
    }

    OutboxEntry with(State now, Instant when, long itsSeq, String why) {
        return new OutboxEntry(key, to, resolved, room, roomCreatedAt, body, writtenAt, now, when, itsSeq, why);
    }

    /** The same message in a history that was rolled back, where its room may be another or none. */
    OutboxEntry again() {
        return new OutboxEntry(key, to, false, room, roomCreatedAt, body, writtenAt, State.WAITING, null, 0, null);
    }
}
