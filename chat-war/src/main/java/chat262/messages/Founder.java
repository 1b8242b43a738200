package chat262.messages;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import java.util.Objects;

/** Somebody whom a group began with. */
@Entity
@IdClass(Founder.Key.class)
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

    /** The two ids. JPA wants a class with a constructor without arguments. */
    public static class Key {
        private long roomId;
        private long accountId;

        public Key() {}

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.roomId == roomId && key.accountId == accountId;
        }

        @Override
        public int hashCode() {
            return Objects.hash(roomId, accountId);
        }
    }
}
