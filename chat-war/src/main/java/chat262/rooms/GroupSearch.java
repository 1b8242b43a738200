package chat262.rooms;

import chat262.accounts.Caller;
import chat262.api.rooms.OpenGroup;
import chat262.api.rooms.OpenGroupList;
import chat262.api.rooms.RoomSearch;
import chat262.requests.PageToken;
import chat262.text.NamePattern;
import chat262.text.NameScan;
import chat262.text.Names;
import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;

/** Finds groups by their names and by the names of their members, and the open ones. */
@Stateless
public class GroupSearch {
    private static final String LIST = "search";
    private static final String OPEN_LIST = "open";

    /**
     * Which groups a caller may find. In SQL, because EclipseLink writes true and false as 1 and 0, which Derby does not
     * compare with booleans. A folded name is what groups have until they end.
     */
    private static final String VISIBLE = " r.name_folded IS NOT NULL AND (r.listed = TRUE OR EXISTS"
            + " (SELECT 1 FROM membership v WHERE v.room_id = r.id AND v.account_id = ?))";

    private static final String BY_NAME = "SELECT r.name, r.name_folded FROM room r WHERE" + VISIBLE
            + " AND r.name_folded > ? AND r.name_folded LIKE ? ESCAPE '!' ORDER BY r.name_folded";

    private static final String MEMBERS =
            "SELECT id, username_folded FROM account WHERE username_folded LIKE ? ESCAPE '!'";

    /** If no more accounts match, their groups are looked up; otherwise the groups are searched for matching members. */
    private static final int MAX_LOOKED_UP = 100;

    /**
     * The hints are Derby's, to PostgreSQL they are comments. They say in which order the tables are read and through which
     * indexes; as long as Derby has no statistics of the tables, it reads all groups with all their members instead.
     */
    private static final String BY_ACCOUNTS = "SELECT DISTINCT r.name, r.name_folded"
            + " FROM --DERBY-PROPERTIES joinOrder=FIXED\n"
            + " membership o --DERBY-PROPERTIES constraint=FK_MEMBERSHIP_ACCOUNT\n"
            + " JOIN room r --DERBY-PROPERTIES joinStrategy=NESTEDLOOP\n ON r.id = o.room_id WHERE" + VISIBLE
            + " AND r.name_folded > ? AND o.account_id IN (%s) ORDER BY r.name_folded";

    /** Groups in the order of their names, with their members: where many accounts match, there soon are enough groups. */
    private static final String BY_MEMBER = "SELECT r.name, r.name_folded, a.username_folded"
            + " FROM --DERBY-PROPERTIES joinOrder=FIXED\n"
            + " room r --DERBY-PROPERTIES constraint=UQ_ROOM_NAME\n"
            + " JOIN membership o --DERBY-PROPERTIES joinStrategy=NESTEDLOOP\n ON o.room_id = r.id"
            + " JOIN account a --DERBY-PROPERTIES joinStrategy=NESTEDLOOP\n ON a.id = o.account_id WHERE" + VISIBLE
            + " AND r.name_folded > ? AND a.username_folded LIKE ? ESCAPE '!' ORDER BY r.name_folded";

    private static final String OPEN = "SELECT r.id, r.name, r.created_at, r.name_folded,"
            + " (SELECT COUNT(*) FROM membership c WHERE c.room_id = r.id),"
            + " (SELECT COUNT(*) FROM membership o WHERE o.room_id = r.id AND o.account_id = ?) FROM room r"
            + " WHERE r.name_folded IS NOT NULL AND r.joinable = TRUE"
            + " AND r.name_folded > ? AND r.name_folded LIKE ? ESCAPE '!' ORDER BY r.name_folded";

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

    /** A page of the groups that any account may join, among them those that the caller is in. */
    public OpenGroupList open(Caller caller, String match, int limit, String page) {
        NamePattern pattern = NamePattern.of(match);
        String after = page == null ? "" : PageToken.position(OPEN_LIST, page);
        List<OpenGroup> found = NameScan.first(
                limit + 1,
                database,
                OPEN,
                List.of(caller.accountId(), after, pattern.like()),
                row -> pattern.matches(row.getString(4)) ? openGroup(row) : null);
        if (found.size() <= limit) {
            return new OpenGroupList(found, null);
        }
        List<OpenGroup> first = found.subList(0, limit);
        return new OpenGroupList(
                first, PageToken.of(OPEN_LIST, Names.fold(first.get(limit - 1).name())));
    }

    private static OpenGroup openGroup(ResultSet row) throws SQLException {
        return new OpenGroup(
                row.getLong(1),
                row.getString(2),
                row.getInt(5),
                row.getInt(6) > 0,
                Instant.ofEpochMilli(row.getLong(3)));
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
        List<Long> members = NameScan.first(
                MAX_LOOKED_UP + 1,
                database,
                MEMBERS,
                List.of(pattern.like()),
                row -> pattern.matches(row.getString(2)) ? row.getLong(1) : null);
        if (members.isEmpty()) {
            return List.of();
        }
        return members.size() > MAX_LOOKED_UP
                ? searchMembers(caller, pattern, after, wanted)
                : byAccounts(caller, pattern, members, after, wanted);
    }

    private List<Group> byAccounts(Caller caller, NamePattern pattern, List<Long> members, String after, int wanted) {
        List<Object> values = new ArrayList<>(List.of(caller.accountId(), after));
        values.addAll(members);
        String query = BY_ACCOUNTS.formatted(String.join(", ", Collections.nCopies(members.size(), "?")));
        return NameScan.first(
                wanted, database, query, values, row -> pattern.matches(row.getString(2)) ? null : group(row));
    }

    private List<Group> searchMembers(Caller caller, NamePattern pattern, String after, int wanted) {
        String[] latest = {after}; // a group comes once for each of its members
        List<Object> values = List.of(caller.accountId(), after, pattern.like());
        return NameScan.first(wanted, database, BY_MEMBER, values, row -> {
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
