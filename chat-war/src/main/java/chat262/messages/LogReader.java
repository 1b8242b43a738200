package chat262.messages;

import chat262.api.Message;
import chat262.api.MessageKind;
import chat262.api.Role;
import chat262.platform.Names;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads the log as an account sees it: its own keys and nobody else's, and names as they are now. */
@Stateless
public class LogReader {
    private static final String ROWS = "select new chat262.messages.LogReader$Row(m.roomId, m.seq, m.kind,"
            + " m.senderId, s.username, m.sentAt, m.clientKey, m.body, m.subjectId, j.username) from LogEntry m"
            + " left join Account s on s.id = m.senderId left join Account j on j.id = m.subjectId where ";

    /**
     * In SQL, since EclipseLink can't put the room first, and then Derby reads whole rooms. A subquery for the last seq
     * would make it do the same.
     */
    private static final String LAST_ROWS = "SELECT m.room_id, m.seq, m.kind, m.sender_id, s.username AS sender,"
            + " m.sent_at, m.client_key, m.body, m.subject_id, j.username AS subject"
            + " FROM room r JOIN message m ON m.room_id = r.id AND m.seq = r.last_seq"
            + " JOIN account s ON s.id = m.sender_id LEFT JOIN account j ON j.id = m.subject_id WHERE r.id IN (%s)";

    @PersistenceContext
    EntityManager em;

    /** The entries of a room from {@code first} to {@code last}, ascending. */
    public List<Message> range(long roomId, long first, long last, long accountId) {
        return range(roomId, first, last).map(row -> message(row, accountId)).toList();
    }

    /** The same entries, each as its own sender sees it. */
    public List<MessagesAppended.Entry> entries(long roomId, long first, long last) {
        return range(roomId, first, last)
                .map(row -> new MessagesAppended.Entry(row.senderId, row.subjectId, message(row, row.senderId)))
                .toList();
    }

    private Stream<Row> range(long roomId, long first, long last) {
        return em.createQuery(
                        ROWS + "m.roomId = :room and m.seq >= :first and m.seq <= :last order by m.seq", Row.class)
                .setParameter("room", roomId)
                .setParameter("first", first)
                .setParameter("last", last)
                .getResultStream();
    }

    /** The last entry of each of some rooms. */
    public List<Message> last(Collection<Long> roomIds, long accountId) {
        if (roomIds.isEmpty()) {
            return List.of();
        }
        Query query =
                em.createNativeQuery(LAST_ROWS.formatted(String.join(", ", Collections.nCopies(roomIds.size(), "?"))));
        int position = 1;
        for (long roomId : roomIds) {
            query.setParameter(position++, roomId);
        }
        List<?> rows = query.getResultList();
        return rows.stream()
                .map(row -> message(Row.of((Object[]) row), accountId))
                .toList();
    }

    /** The message that a key of this account names; empty if the key is new or names another kind of call. */
    public Optional<Message> byKey(long accountId, String key) {
        return em.createQuery(ROWS + "m.senderId = :account and m.clientKey = :key", Row.class)
                .setParameter("account", accountId)
                .setParameter("key", key)
                .getResultStream()
                .findFirst()
                .map(row -> message(row, accountId));
    }

    private Message message(Row row, long accountId) {
        boolean text = MessageKind.TEXT.is(row.kind);
        boolean role = row.kind.equals(MessageKind.ROLE.wireName());
        boolean created = row.kind.equals(MessageKind.CREATED.wireName());
        boolean named = created || row.kind.equals(MessageKind.RENAMED.wireName());
        return new Message(
                row.roomId,
                row.seq,
                row.kind,
                row.sender,
                row.sentAt,
                row.senderId == accountId ? row.key : null,
                text ? row.body : null,
                named ? row.body : null,
                created ? founders(row.roomId) : null,
                row.subject,
                role ? Role.valueOf(row.body) : null,
                null);
    }

    private List<String> founders(long roomId) {
        return em.createQuery(
                        "select a.username from Founder f, Account a where a.id = f.accountId and f.roomId = :room"
                                + " and a.username is not null",
                        String.class)
                .setParameter("room", roomId)
                .getResultStream()
                .sorted(Names.ORDER)
                .toList();
    }

    /** An entry with the names of the accounts that it points to. */
    public record Row(
            long roomId,
            long seq,
            String kind,
            long senderId,
            String sender,
            Instant sentAt,
            String key,
            String body,
            Long subjectId,
            String subject) {

        static Row of(Object[] columns) {
            return new Row(
                    ((Number) columns[0]).longValue(),
                    ((Number) columns[1]).longValue(),
                    (String) columns[2],
                    ((Number) columns[3]).longValue(),
                    (String) columns[4],
                    Instant.ofEpochMilli(((Number) columns[5]).longValue()),
                    (String) columns[6],
                    (String) columns[7],
                    columns[8] == null ? null : ((Number) columns[8]).longValue(),
                    (String) columns[9]);
        }
    }
}
