package chat262.accounts;

import chat262.platform.Time;
import chat262.text.Names;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;

/** An account; once deleted, an empty row that its messages refer to. */
@Entity
public class Account {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private long id;

    private String username;

    @Column(name = "username_folded")
    private String usernameFolded;

    @Column(name = "password_hash")
    private String passwordHash;

    @Column(name = "created_at")
    private Instant createdAt;

    protected Account() {}

    Account(String username, String passwordHash) {
        this.username = username;
        this.usernameFolded = Names.fold(username);
        this.passwordHash = passwordHash;
        this.createdAt = Time.now();
    }

    void changePassword(String newHash) {
        passwordHash = newHash;
    }

    void empty() {
        username = null;
        usernameFolded = null;
        passwordHash = null;
    }

    boolean isDeleted() {
        return username == null;
    }

    public long id() {
        return id;
    }

    /** As first written; null once the account is deleted. */
    public String username() {
        return username;
    }

    String passwordHash() {
        return passwordHash;
    }

    Instant createdAt() {
        return createdAt;
    }
}
