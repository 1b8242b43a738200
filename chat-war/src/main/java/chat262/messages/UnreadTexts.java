package chat262.messages;

import chat262.api.MessageKind;
import chat262.rooms.RoomLog;
import jakarta.ejb.Stateless;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Counts what the members of rooms have not read, many rooms in one query. */
@Stateless
public class UnreadTexts {
    /** More unread than this are not counted. */
    private static final int MAX_UNREAD = 1000;

    /**
     * Each room is read from the member's cursor on, and not to its end: no further than can be unread unless own messages are
     * among them. Left alone, Derby may scan whole tables here; to PostgreSQL its hint is a comment.
     */
    private static final String UNREAD = "SELECT mb.room_id, mb.cursor_seq, COUNT(m.seq) FROM membership mb"
            + " LEFT JOIN message m --DERBY-PROPERTIES constraint=PK_MESSAGE, joinStrategy=NESTEDLOOP\n"
            + " ON m.room_id = mb.room_id AND m.seq > mb.cursor_seq + ? AND m.seq <= mb.cursor_seq + ?"
            + " AND m.kind IN (" + unreadKinds() + ") AND m.sender_id <> ?"
            + " WHERE mb.account_id = ? AND mb.room_id IN (%s) GROUP BY mb.room_id, mb.cursor_seq";

    @PersistenceContext
    EntityManager em;

    private static String unreadKinds() {
        return MessageKind.known().stream()
                .filter(MessageKind::countsAsUnread)
                .map(kind -> "'" + kind.wireName() + "'")
                .collect(Collectors.joining(", "));
    }

    /** Implements {@link RoomLog#unread}: one query, and further ones only behind a thousand entries of which many are own. */
    public Map<Long, RoomLog.Unread> count(long accountId, Map<Long, Long> lastSeqs) {
        Map<Long, RoomLog.Unread> counted = new HashMap<>();
        List<Long> rest = List.copyOf(lastSeqs.keySet());
        long from = 0;
        for (long to = MAX_UNREAD; !rest.isEmpty(); to *= 10) {
            Map<Long, RoomLog.Unread> rows = rows(accountId, rest, from, to);
            rows.forEach((room, unread) -> counted.merge(room, unread, UnreadTexts::sum));
            long end = to;
            rest = rows.keySet().stream()
                    .filter(room -> goesOn(counted.get(room), end, lastSeqs.get(room)))
                    .toList();
            from = to;
        }
        return counted;
    }

    private static boolean goesOn(RoomLog.Unread counted, long end, long lastSeq) {
        return counted.texts() < MAX_UNREAD && counted.cursor() + end < lastSeq;
    }

    private Map<Long, RoomLog.Unread> rows(long accountId, List<Long> roomIds, long from, long to) {
        Query query = em.createNativeQuery(
                        UNREAD.formatted(String.join(", ", Collections.nCopies(roomIds.size(), "?"))))
                .setParameter(1, from)
                .setParameter(2, to)
                .setParameter(3, accountId)
                .setParameter(4, accountId);
        for (int i = 0; i < roomIds.size(); i++) {
            query.setParameter(5 + i, roomIds.get(i));
        }
        List<?> rows = query.getResultList();
        return rows.stream()
                .map(row -> (Object[]) row)
                .collect(Collectors.toMap(
                        row -> number(row[0]), row -> new RoomLog.Unread(number(row[1]), (int) number(row[2]))));
    }

    private static RoomLog.Unread sum(RoomLog.Unread one, RoomLog.Unread more) {
        return new RoomLog.Unread(one.cursor(), Math.min(MAX_UNREAD, one.texts() + more.texts()));
    }

    private static long number(Object column) {
        return ((Number) column).longValue();
    }
}
