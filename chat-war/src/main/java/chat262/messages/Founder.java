package chat262.messages;

import chat262.rooms.MemberId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;

/** One of the first members of a group, whom its {@code created} entry names. */
@Entity
@IdClass(MemberId.class)
public class Founder {
    @Id
    @Column(name = "room_id")
    private long roomId;

    @Id
    @Column(name = "account_id")
    private long accountId;

    protected Founder() {}

    Founder(long roomId, long accountId) {
        this.roomId = roomId;
        this.accountId = accountId;
    }
}
