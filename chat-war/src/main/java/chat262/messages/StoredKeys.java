package chat262.messages;

import chat262.problems.Problems;
import chat262.rooms.IdempotentRequest;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;

/** What the keys of an account have stood for, for ever: entries of the log, and calls that wrote none. */
@Stateless
public class StoredKeys {
    @PersistenceContext
    EntityManager em;

    /** The room that a stored key changed; empty if it is new, {@code key-reused} if it stood for something else. */
    public Optional<Long> roomOf(IdempotentRequest call) {
        Optional<Object[]> known = find("message", "sender_id", call).or(() -> find("silent_call", "account_id", call));
        known.ifPresent(row -> {
            if (!call.fingerprint().equals(row[1])) {
                throw Problems.keyReused();
            }
        });
        return known.map(row -> ((Number) row[0]).longValue());
    }

    private Optional<Object[]> find(String table, String owner, IdempotentRequest call) {
        // The names are this class's own, never a caller's.
        List<?> rows = em.createNativeQuery(
                        "SELECT room_id, fingerprint FROM " + table + " WHERE " + owner + " = ? AND client_key = ?")
                .setParameter(1, call.accountId())
                .setParameter(2, call.key())
                .getResultList();
        return rows.stream().findFirst().map(Object[].class::cast);
    }

    /** Remembers the key of a call that has written no entry. */
    public void remember(IdempotentRequest call, long roomId) {
        em.createNativeQuery(
                        "INSERT INTO silent_call (account_id, client_key, fingerprint, room_id) VALUES (?, ?, ?, ?)")
                .setParameter(1, call.accountId())
                .setParameter(2, call.key())
                .setParameter(3, call.fingerprint())
                .setParameter(4, roomId)
                .executeUpdate();
    }
}
