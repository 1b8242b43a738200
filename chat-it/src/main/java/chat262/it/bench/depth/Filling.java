package chat262.it.bench.depth;

import chat262.api.Keys;
import chat262.it.client.Person;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** Writes what there is much of into the tables of a stopped server: all rows that its calls read. */
final class Filling {
    /** The group with many members. */
    static final String LARGE_GROUP = "crowd";

    /** What the names of a few accounts begin with, and of the few groups in which these are: searches find them. */
    static final String RARE_ACCOUNT = "zoe";

    static final String RARE_GROUP = "zulu";

    private static final int RARE = 10;

    /** Messages in each of the rooms of rita, and in all groups but one. */
    private static final int SHORT_HISTORY = 10;

    /** Messages in the group with many members, whatever its size: enough to acknowledge one after the other. */
    private static final int LONG_HISTORY = 20_000;

    /** Members of the other groups. */
    private static final int FEW = 3;

    /** One room of rita's in so many has something unread. */
    private static final int UNREAD = 10;

    private static final String ACCOUNT = "account (username, username_folded, password_hash, created_at)";
    private static final String ROOM =
            "room (kind, name, name_folded, listed, direct_pair, closed, last_seq, created_at, active_at, joinable)";
    private static final String MEMBERSHIP = "membership (room_id, account_id, role, since_seq, cursor_seq)";
    private static final String MESSAGE =
            "message (room_id, seq, kind, sender_id, sent_at, body, client_key, fingerprint)";
    private static final String TEXT = "m".repeat(100);

    /** As long as a real one; it is compared only when its key comes again. */
    private static final String FINGERPRINT = "f".repeat(43);

    private final Tables tables;
    private final Sizes sizes;
    private final Users users;
    private final long now = System.currentTimeMillis();

    private Filling(Tables tables, Sizes sizes, Users users) {
        this.tables = tables;
        this.sizes = sizes;
        this.users = users;
    }

    /** Fills the database in a server's data folder. Returns the id of the group with many members. */
    static long fill(Path data, Sizes sizes, Users users) throws IOException {
        try (Tables tables = new Tables(data)) {
            return new Filling(tables, sizes, users).fill();
        } catch (SQLException e) {
            throw new IOException("the database in " + data + " can't be filled", e);
        }
    }

    private long fill() throws SQLException {
        List<Long> accounts = accounts("user", sizes.accounts());
        List<Long> groups = groups("group", sizes.groups(), accounts);
        groups(RARE_GROUP, RARE, accounts(RARE_ACCOUNT, RARE));
        roomsOfRita(accounts, groups.subList(0, sizes.rooms() / 2));
        history();
        return largeGroup(accounts.subList(0, sizes.members()));
    }

    private List<Long> accounts(String prefix, int count) throws SQLException {
        return tables.insertNew(ACCOUNT, count, i -> new Object[] {prefix + i, prefix + i, "", now});
    }

    private List<Long> groups(String prefix, int count, List<Long> accounts) throws SQLException {
        List<Long> groups = tables.insertNew(ROOM, count, i -> group(prefix + i, SHORT_HISTORY, now - i));
        tables.insert(MEMBERSHIP, count * FEW, i -> {
            long account = accounts.get(i % accounts.size());
            return member(groups.get(i / FEW), account, i % FEW == 0 ? "OWNER" : "MEMBER", SHORT_HISTORY);
        });
        messages(groups, SHORT_HISTORY, i -> accounts.get(i * FEW % accounts.size()));
        return groups;
    }

    private void roomsOfRita(List<Long> accounts, List<Long> groups) throws SQLException {
        long rita = users.rita().accountId();
        List<Long> rooms = new ArrayList<>(groups);
        List<Long> directs = tables.insertNew(ROOM, groups.size(), i -> direct(rita, accounts.get(i), now - i));
        rooms.addAll(directs);
        tables.insert(MEMBERSHIP, rooms.size(), i -> {
            int cursor = i % UNREAD == 0 ? SHORT_HISTORY / 2 : SHORT_HISTORY;
            return member(rooms.get(i), rita, "MEMBER", cursor);
        });
        tables.insert(
                MEMBERSHIP, directs.size(), i -> member(directs.get(i), accounts.get(i), "MEMBER", SHORT_HISTORY));
        messages(directs, SHORT_HISTORY, accounts::get);
    }

    /** The long history of a direct room. Nothing of it is acknowledged. */
    private void history() throws SQLException {
        messages(List.of(users.room()), sizes.messages(), i -> users.ben().accountId());
        tables.update("UPDATE room SET last_seq = " + sizes.messages() + " WHERE id = " + users.room());
    }

    private long largeGroup(List<Long> members) throws SQLException {
        List<Long> largeGroup = tables.insertNew(ROOM, 1, i -> group(LARGE_GROUP, LONG_HISTORY, now));
        Person anna = users.anna();
        tables.insert(MEMBERSHIP, 1, i -> member(largeGroup.get(0), anna.accountId(), "OWNER", 0));
        tables.insert(
                MEMBERSHIP, members.size(), i -> member(largeGroup.get(0), members.get(i), "MEMBER", LONG_HISTORY));
        messages(largeGroup, LONG_HISTORY, i -> members.get(0));
        return largeGroup.get(0);
    }

    private static Object[] group(String name, int lastSeq, long at) {
        return new Object[] {"GROUP", name, name, true, null, false, lastSeq, at, at, false};
    }

    private static Object[] direct(long one, long other, long at) {
        String pair = Math.min(one, other) + ":" + Math.max(one, other);
        return new Object[] {"DIRECT", null, null, false, pair, false, SHORT_HISTORY, at, at, false};
    }

    private static Object[] member(long room, long account, String role, long cursor) {
        return new Object[] {room, account, role, 0, cursor};
    }

    /** The same number of messages in each of some rooms. */
    private void messages(List<Long> rooms, int each, IntFunction<Long> senders) throws SQLException {
        tables.insert(MESSAGE, rooms.size() * each, i -> {
            int room = i / each;
            return new Object[] {
                rooms.get(room), i % each + 1, "text", senders.apply(room), now, TEXT, Keys.make(), FINGERPRINT
            };
        });
    }
}
