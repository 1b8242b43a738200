package chat262.rooms;

import chat262.accounts.Caller;
import chat262.api.RoomSearch;
import chat262.platform.NamePattern;
import chat262.platform.NameScan;
import chat262.requests.PageToken;
import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;

/** Finds groups by their names and by the names of their members. */
@Stateless
public class GroupSearch {
    private static final String LIST = "search";

    /**
     * Which groups a caller may find. In SQL, because EclipseLink writes true and false as 1 and 0, which Derby does not
     * compare with booleans. A folded name is what groups have until they end.
     */
    private static final String VISIBLE = " r.name_folded IS NOT NULL AND (r.listed = TRUE OR EXISTS"
            + " (SELECT 1 FROM membership v WHERE v.room_id = r.id AND v.account_id = ?))";

    private static final String BY_NAME = "SELECT r.name, r.name_folded FROM room r WHERE" + VISIBLE
            + " AND r.name_folded > ? AND r.name_folded LIKE ? ESCAPE '!' ORDER BY r.name_folded";

    private static final String BY_MEMBER = "SELECT r.name, r.name_folded, a.username_folded FROM room r"
            + " JOIN membership o ON o.room_id = r.id JOIN account a ON a.id = o.account_id WHERE" + VISIBLE
            + " AND r.name_folded > ? AND a.username_folded LIKE ? ESCAPE '!' ORDER BY r.name_folded";

    @Resource(lookup = "jdbc/chat")
    DataSource database;

    /** A group that was found. */
    private record Group(String name, String folded) {}

    /** A page of the groups that match by their own name, followed by those with a matching member. */
    public RoomSearch search(Caller caller, String match, int limit, String page) {
        Position from = page == null ? Position.START : Position.of(page);
        NamePattern pattern = NamePattern.of(match);
        List<Group> byName = from.inMembers ? List.of() : byName(caller, pattern, from.after, limit + 1);
        if (byName.size() > limit) {
            return answer(byName.subList(0, limit), List.of(), false, true);
        }
        int room = limit - byName.size();
        List<Group> byMember = byMember(caller, pattern, from.inMembers ? from.after : "", room + 1);
        boolean more = byMember.size() > room;
        return answer(byName, byMember.subList(0, Math.min(room, byMember.size())), true, more);
    }

    private List<Group> byName(Caller caller, NamePattern pattern, String after, int wanted) {
        return NameScan.first(
                wanted,
                database,
                BY_NAME,
                List.of(caller.accountId(), after, pattern.like()),
                row -> pattern.matches(row.getString(2)) ? group(row) : null);
    }

    /** Those that match by their own name as well are left out, which are all if the pattern matches all names. */
    private List<Group> byMember(Caller caller, NamePattern pattern, String after, int wanted) {
        if (pattern.matchesAll()) {
            return List.of();
        }
        String[] latest = {after}; // a group comes once for each of its members
        return NameScan.first(wanted, database, BY_MEMBER, List.of(caller.accountId(), after, pattern.like()), row -> {
            Group group = group(row);
            if (group.folded.equals(latest[0]) || !pattern.matches(row.getString(3)) || pattern.matches(group.folded)) {
                return null;
            }
            latest[0] = group.folded;
            return group;
        });
    }

    private static Group group(ResultSet row) throws SQLException {
        return new Group(row.getString(1), row.getString(2));
    }

    private static RoomSearch answer(List<Group> byName, List<Group> byMember, boolean inMembers, boolean more) {
        List<Group> last = inMembers ? byMember : byName;
        String after = last.isEmpty() ? "" : last.get(last.size() - 1).folded;
        return new RoomSearch(names(byName), names(byMember), more ? new Position(inMembers, after).token() : null);
    }

    private static List<String> names(List<Group> groups) {
        return groups.stream().map(Group::name).toList();
    }

    /** Where a page of the search ended: among the groups by name, or among those by member. */
    private record Position(boolean inMembers, String after) {
        static final Position START = new Position(false, "");

        static Position of(String token) {
            String text = PageToken.position(LIST, token);
            if (!text.startsWith("n") && !text.startsWith("m")) {
                throw PageToken.unknown();
            }
            return new Position(text.startsWith("m"), text.substring(1));
        }

        String token() {
            return PageToken.of(LIST, (inMembers ? "m" : "n") + after);
        }
    }
}
