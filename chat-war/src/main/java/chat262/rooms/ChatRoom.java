package chat262.rooms;

import chat262.api.rooms.RoomKind;
import chat262.platform.Time;
import chat262.text.Names;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A room as it is stored. Its counter is raised by the log alone. */
@Entity
@Table(name = "room")
public class ChatRoom {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Enumerated(EnumType.STRING)
    private RoomKind kind;

    private String name;

    @Column(name = "name_folded")
    private String nameFolded;

    private boolean listed;

    /** Whether any account may join; null in rows from before there were open groups. */
    private Boolean joinable = false;

    @Column(name = "direct_pair")
    private String directPair;

    private boolean closed;

    @Column(name = "last_seq")
    private long lastSeq;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "active_at")
    private Instant activeAt;

    protected ChatRoom() {}

    private ChatRoom(RoomKind kind) {
        this.kind = kind;
        this.createdAt = Time.now();
        this.activeAt = createdAt;
    }

    static ChatRoom group(String name, boolean listed, boolean open) {
        ChatRoom room = new ChatRoom(RoomKind.GROUP);
        room.rename(name);
        room.listed = listed;
        room.joinable = open;
        return room;
    }

    static ChatRoom direct(String pair) {
        ChatRoom room = new ChatRoom(RoomKind.DIRECT);
        room.directPair = pair;
        return room;
    }

    /** The pair of two accounts, the same for both. */
    static String pair(long one, long other) {
        return Math.min(one, other) + ":" + Math.max(one, other);
    }

    /** The other account of a direct room. */
    long peerOf(long accountId) {
        String[] ids = directPair.split(":");
        long first = Long.parseLong(ids[0]);
        return first == accountId ? Long.parseLong(ids[1]) : first;
    }

    void rename(String newName) {
        name = newName;
        nameFolded = Names.fold(newName);
    }

    /** A group that is not listed is not open either. */
    void list(boolean nowListed) {
        listed = nowListed;
        joinable = isOpen() && listed;
    }

    /** An open group is listed as well. */
    void open(boolean nowOpen) {
        joinable = nowOpen;
        listed = listed || nowOpen;
    }

    /** It takes no more messages. A group that ends gives its name back. */
    void close() {
        closed = true;
        nameFolded = null;
    }

    /** Takes the next number of this room, which must be locked. */
    public long nextSeq(Instant at) {
        activeAt = at;
        return ++lastSeq;
    }

    public long id() {
        return id;
    }

    public boolean isGroup() {
        return kind == RoomKind.GROUP;
    }

    RoomKind kind() {
        return kind;
    }

    String name() {
        return name;
    }

    boolean isListed() {
        return listed;
    }

    boolean isOpen() {
        return Boolean.TRUE.equals(joinable) && !closed;
    }

    public long lastSeq() {
        return lastSeq;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant activeAt() {
        return activeAt;
    }
}
