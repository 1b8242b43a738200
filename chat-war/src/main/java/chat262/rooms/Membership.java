package chat262.rooms;

import chat262.api.rooms.Role;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;

/** An account in a room: as what, since when, and how far it has acknowledged. */
@Entity
@IdClass(MemberId.class)
public class Membership {
    @Id
    @Column(name = "room_id")
    private long roomId;

    @Id
    @Column(name = "account_id")
    private long accountId;

    @Enumerated(EnumType.STRING)
    private Role role;

    @Column(name = "since_seq")
    private long since;

    @Column(name = "cursor_seq")
    private long cursor;

    protected Membership() {}

    /** A new member; {@code since} is the seq before the entry that tells of it. */
    Membership(long roomId, long accountId, Role role, long since) {
        this.roomId = roomId;
        this.accountId = accountId;
        this.role = role;
        this.since = since;
        this.cursor = since;
    }

    void become(Role newRole) {
        role = newRole;
    }

    public long roomId() {
        return roomId;
    }

    public long accountId() {
        return accountId;
    }

    Role role() {
        return role;
    }

    boolean isOwner() {
        return role == Role.OWNER;
    }

    public long since() {
        return since;
    }

    public long cursor() {
        return cursor;
    }
}
