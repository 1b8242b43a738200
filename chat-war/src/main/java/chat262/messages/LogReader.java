package chat262.messages;

import chat262.api.Message;
import chat262.messages.writer.ContentColumns;
import chat262.messages.writer.MessagesAppended;
import chat262.text.Names;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the log as an account sees it: its own keys and no others, and names as they are now. */
@Stateless
public class LogReader {
    private static final String COLUMNS = "SELECT m.room_id, m.seq, m.kind, m.sender_id, s.username AS sender,"
            + " m.sent_at, m.client_key, m.subject_id, " + ContentColumns.READ;

    private static final int FIRST_OF_CONTENT = 8;

    /** Of the entry that tells with whom a group began. */
    private static final long FIRST_SEQ = 1;

    private static final String RANGE = COLUMNS + " FROM message m"
            + " LEFT JOIN account s ON s.id = m.sender_id LEFT JOIN account j ON j.id = m.subject_id"
            + " WHERE m.room_id = ? AND m.seq >= ? AND m.seq <= ? ORDER BY m.seq";

    /** The room comes first, or Derby reads whole rooms. A subquery for the last seq would make it do the same. */
    private static final String LAST =
            COLUMNS + " FROM room r JOIN message m ON m.room_id = r.id AND m.seq = r.last_seq"
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
        return rows(em.createNativeQuery(RANGE)
                .setParameter(1, roomId)
                .setParameter(2, first)
                .setParameter(3, last));
    }

    /** The last entry of each of some rooms. */
    public List<Message> last(Collection<Long> roomIds, long accountId) {
        if (roomIds.isEmpty()) {
            return List.of();
        }
        Query query = em.createNativeQuery(LAST.formatted(String.join(", ", Collections.nCopies(roomIds.size(), "?"))));
        int position = 1;
        for (long roomId : roomIds) {
            query.setParameter(position++, roomId);
        }
        List<Row> rows = rows(query).toList();
        Map<Long, List<String>> founders = founders(rows);
        return rows.stream()
                .map(row -> message(row, accountId, () -> founders.getOrDefault(row.roomId, List.of())))
                .toList();
    }

    private static Stream<Row> rows(Query query) {
        List<?> rows = query.getResultList();
        return rows.stream().map(row -> Row.of((Object[]) row));
    }

    private Message message(Row row, long accountId) {
        return message(row, accountId, () -> founders(List.of(row)).getOrDefault(row.roomId, List.of()));
    }

    private static Message message(Row row, long accountId, Supplier<List<String>> founders) {
        return new Message(
                row.roomId,
                row.seq,
                row.sender,
                row.sentAt,
                row.senderId == accountId ? row.key : null,
                ContentColumns.read(row.kind, row.columns, FIRST_OF_CONTENT, founders));
    }

    /** The names of the first members of the rooms whose beginning is among some entries, by room and sorted. */
    private Map<Long, List<String>> founders(List<Row> rows) {
        Map<Long, List<String>> founders = rows.stream()
                .filter(row -> row.seq == FIRST_SEQ)
                .collect(Collectors.toMap(row -> row.roomId, row -> new ArrayList<>()));
        if (!founders.isEmpty()) {
            em.createQuery(
                            "select f.roomId, a.username from Founder f, Account a where a.id = f.accountId"
                                    + " and f.roomId in :rooms and a.username is not null",
                            Object[].class)
                    .setParameter("rooms", founders.keySet())
                    .getResultStream()
                    .forEach(row -> founders.get((Long) row[0]).add((String) row[1]));
            founders.values().forEach(names -> names.sort(Names.ORDER));
        }
        return founders;
    }

    /** An entry with the names of the accounts that it points to; what it says is still among the columns. */
    private record Row(
            long roomId,
            long seq,
            String kind,
            long senderId,
            String sender,
            Instant sentAt,
            String key,
            Long subjectId,
            Object[] columns) {

        static Row of(Object[] columns) {
            return new Row(
                    number(columns[0]),
                    number(columns[1]),
                    (String) columns[2],
                    number(columns[3]),
                    (String) columns[4],
                    Instant.ofEpochMilli(number(columns[5])),
                    (String) columns[6],
                    columns[7] == null ? null : number(columns[7]),
                    columns);
        }

        private static long number(Object column) {
            return ((Number) column).longValue();
        }
    }
}
