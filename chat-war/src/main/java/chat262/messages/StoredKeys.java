package chat262.messages;

import chat262.platform.Time;
import chat262.problems.Problems;
import chat262.rooms.IdempotentRequest;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What the keys of an account have stood for, for ever: entries of the log, and calls that wrote none. The latter are rows of
 * the log's table too, in a room that does not exist: so one unique constraint is for all keys, whichever is stored first.
 */
@Stateless
public class StoredKeys {
    /** The kind of a row that is no entry. */
    private static final String CALL = "call";

    @PersistenceContext
    EntityManager em;

    /** The room that a stored key changed; empty if it is new, {@code key-reused} if it stood for something else. */
    public Optional<Long> roomOf(IdempotentRequest call) {
        Optional<Object[]> known = find(call);
        known.ifPresent(row -> {
            if (!call.fingerprint().equals(row[1])) {
                throw Problems.keyReused();
            }
        });
        return known.map(row -> ((Number) (CALL.equals(row[2]) ? row[3] : row[0])).longValue());
    }

    private Optional<Object[]> find(IdempotentRequest call) {
        List<?> rows = em.createNativeQuery("SELECT room_id, fingerprint, kind, subject_id FROM message"
                        + " WHERE sender_id = ? AND client_key = ?")
                .setParameter(1, call.accountId())
                .setParameter(2, call.key())
                .getResultList();
        return rows.stream().findFirst().map(Object[].class::cast);
    }

    /** Remembers the key of a call that has written no entry. */
    public void remember(IdempotentRequest call, long roomId) {
        em.createNativeQuery("INSERT INTO message"
                        + " (room_id, seq, kind, sender_id, sent_at, subject_id, client_key, fingerprint)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
                .setParameter(1, -call.accountId())
                .setParameter(2, placeOf(call.key()))
                .setParameter(3, CALL)
                .setParameter(4, call.accountId())
                .setParameter(5, Time.now().toEpochMilli())
                .setParameter(6, roomId)
                .setParameter(7, call.key())
                .setParameter(8, call.fingerprint())
                .executeUpdate();
    }

    /** A number that no other key of the account has, as far as one can tell; nothing ever reads them in order. */
    private static long placeOf(String key) {
        UUID uuid = UUID.fromString(key);
        return (uuid.getMostSignificantBits() * 31 + uuid.getLeastSignificantBits()) & Long.MAX_VALUE;
    }
}
