package chat262.messages;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;

/** One entry of a room's log as it is stored; written once and never changed. */
@Entity
@Table(name = "message")
@IdClass(LogEntry.Key.class)
public class LogEntry {
    @Id
    @Column(name = "room_id")
    private long roomId;

    @Id
    private long seq;

    private String kind;

    @Column(name = "sender_id")
    private long senderId;

    @Column(name = "sent_at")
    private Instant sentAt;

    private String body;

    @Column(name = "subject_id")
    private Long subjectId;

    @Column(name = "client_key")
    private String clientKey;

    private String fingerprint;

    protected LogEntry() {}

    LogEntry(long roomId, long seq, String kind, long senderId, Instant sentAt) {
        this.roomId = roomId;
        this.seq = seq;
        this.kind = kind;
        this.senderId = senderId;
        this.sentAt = sentAt;
    }

    LogEntry says(String text) {
        body = text;
        return this;
    }

    LogEntry about(Long accountId) {
        subjectId = accountId;
        return this;
    }

    LogEntry named(String key, String whatItStandsFor) {
        clientKey = key;
        fingerprint = whatItStandsFor;
        return this;
    }

    /** The place of an entry. JPA wants a class with a constructor without arguments. */
    public static class Key {
        private long roomId;
        private long seq;

        public Key() {}

        @Override
        public boolean equals(Object other) {
            return other instanceof Key key && key.roomId == roomId && key.seq == seq;
        }

        @Override
        public int hashCode() {
            return Objects.hash(roomId, seq);
        }
    }
}
