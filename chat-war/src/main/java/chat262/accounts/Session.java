package chat262.accounts;

import chat262.platform.Settings;
import chat262.platform.Time;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;

/** A login from one device. */
@Entity
public class Session {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    @Column(name = "account_id")
    private long accountId;

    @Column(name = "token_hash")
    private String tokenHash;

    private String device;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "last_used_at")
    private Instant lastUsedAt;

    protected Session() {}

    Session(long accountId, String tokenHash, String device) {
        this.accountId = accountId;
        this.tokenHash = tokenHash;
        this.device = device;
        this.createdAt = Time.now();
        this.lastUsedAt = createdAt;
    }

    long id() {
        return id;
    }

    String device() {
        return device;
    }

    Instant createdAt() {
        return createdAt;
    }

    Instant lastUsedAt() {
        return lastUsedAt;
    }

    Instant expiresAt() {
        return lastUsedAt.plus(Settings.SESSION_LIFE);
    }
}
