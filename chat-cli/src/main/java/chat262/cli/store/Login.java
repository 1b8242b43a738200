package chat262.cli.store;

import chat262.api.accounts.LoggedIn;
import java.time.Instant;

/**
 * A login at a server, from this device.
 *
 * @param username the account's name, as it was registered
 * @param accountId the account's id on the server
 * @param sessionId the session's id
 * @param token the secret that calls carry
 * @param expiresAt when the session ends without use
 * @param epoch the history that journal and outbox belong to
 */
public record Login(String username, long accountId, long sessionId, String token, Instant expiresAt, String epoch) {
    public static Login of(LoggedIn answer) {
        return new Login(
                answer.username(),
                answer.accountId(),
                answer.sessionId(),
                answer.token(),
                answer.expiresAt(),
                answer.epoch());
    }

    /** The same session in a history that was rolled back. */
    public Login in(String newEpoch) {
        return new Login(username, accountId, sessionId, token, expiresAt, newEpoch);
    }

    @Override
    public String toString() { // without the token, wherever this may be printed
        return username + " (" + accountId + ")";
    }
}
