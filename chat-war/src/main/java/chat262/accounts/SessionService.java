package chat262.accounts;

import chat262.api.accounts.LoggedIn;
import chat262.api.accounts.SessionList;
import chat262.api.accounts.SessionView;
import chat262.platform.Fingerprint;
import chat262.platform.Settings;
import chat262.platform.Time;
import chat262.problems.Problems;
import chat262.schema.Migrations;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Opens, checks and ends sessions. */
@Stateless
public class SessionService {
    /** The use of a session is recorded at most this often, as that is a write. */
    private static final Duration USE_INTERVAL = Duration.ofMinutes(1);

    @PersistenceContext
    EntityManager em;

    @Inject
    Settings settings;

    @Inject
    Migrations migrations;

    @Inject
    Event<SessionsEnded> ended;

    /** Opens a session for an account whose password has been verified. */
    public LoggedIn open(CredentialVerifier.Verified account, String device, boolean takeOver) {
        // The lock serializes the logins of an account, so that two at once can't both be the first.
        int current = em.createNativeQuery("UPDATE account SET password_hash = ? WHERE id = ? AND password_hash = ?")
                .setParameter(1, account.newHash())
                .setParameter(2, account.accountId())
                .setParameter(3, account.passwordHash())
                .executeUpdate();
        if (current == 0) { // deleted since it was verified, or the password changed
            throw Problems.wrongCredentials();
        }
        makeRoom(account.accountId(), takeOver);
        String token = Tokens.generate();
        Session session = new Session(account.accountId(), Fingerprint.of(token), device);
        em.persist(session);
        em.flush();
        return new LoggedIn(
                token, account.username(), account.accountId(), session.id(), session.expiresAt(), migrations.epoch());
    }

    private void makeRoom(long accountId, boolean takeOver) {
        em.createQuery("delete from Session s where s.accountId = :account and s.lastUsedAt < :expired")
                .setParameter("account", accountId)
                .setParameter("expired", Time.now().minus(Settings.SESSION_LIFE))
                .executeUpdate();
        List<Session> alive = alive(accountId);
        int tooMany = alive.size() - settings.sessionsPerAccount() + 1;
        if (tooMany > 0 && !takeOver) {
            throw Problems.loggedInElsewhere(settings.sessionsPerAccount());
        }
        alive.stream().limit(Math.max(0, tooMany)).forEach(em::remove);
        ended.fire(new SessionsEnded(accountId));
    }

    /** The caller that the token with a hash belongs to; empty if it is unknown or its session has ended. */
    public Optional<Caller> authenticate(String tokenHash) {
        Optional<Caller> caller = em.createQuery(
                        "select new chat262.accounts.Caller(a.id, a.username, s.id, s.lastUsedAt)"
                                + " from Session s, Account a where a.id = s.accountId and s.tokenHash = :hash",
                        Caller.class)
                .setParameter("hash", tokenHash)
                .getResultStream()
                .findFirst()
                .filter(found -> found.wasUsedWithin(Settings.SESSION_LIFE));
        caller.filter(found -> !found.wasUsedWithin(USE_INTERVAL))
                .ifPresent(found -> recordUse(List.of(found.sessionId())));
        return caller;
    }

    /** The caller's sessions, the one not used for longest first. */
    public SessionList list(Caller caller) {
        return new SessionList(alive(caller.accountId()).stream()
                .map(s -> new SessionView(
                        s.id(), s.device(), s.createdAt(), s.lastUsedAt(), s.id() == caller.sessionId()))
                .toList());
    }

    /** Ends one of the caller's sessions. */
    public void end(Caller caller, long sessionId) {
        int found = em.createQuery("delete from Session s where s.id = :id and s.accountId = :account")
                .setParameter("id", sessionId)
                .setParameter("account", caller.accountId())
                .executeUpdate();
        if (found == 0) {
            throw Problems.notFound("session");
        }
        ended.fire(new SessionsEnded(caller.accountId()));
    }

    /** Those of some sessions that have not ended, by id. */
    public Set<Long> aliveOf(Collection<Long> sessionIds) {
        // The range is redundant, but for the list alone Derby would scan the whole table, and the list for each row.
        return sessionIds.isEmpty()
                ? Set.of()
                : em.createQuery(
                                "select s.id from Session s where s.id between :first and :last and s.id in :ids"
                                        + " and s.lastUsedAt >= :expired",
                                Long.class)
                        .setParameter("first", Collections.min(sessionIds))
                        .setParameter("last", Collections.max(sessionIds))
                        .setParameter("ids", sessionIds)
                        .setParameter("expired", Time.now().minus(Settings.SESSION_LIFE))
                        .getResultStream()
                        .collect(Collectors.toSet());
    }

    /** Records that some sessions are in use now, as connected ones are. */
    public void recordUse(Collection<Long> sessionIds) {
        if (!sessionIds.isEmpty()) {
            em.createQuery("update Session s set s.lastUsedAt = :now where s.id in :ids")
                    .setParameter("now", Time.now())
                    .setParameter("ids", sessionIds)
                    .executeUpdate();
        }
    }

    private List<Session> alive(long accountId) {
        return em.createQuery(
                        "select s from Session s where s.accountId = :account and s.lastUsedAt >= :expired"
                                + " order by s.lastUsedAt, s.id",
                        Session.class)
                .setParameter("account", accountId)
                .setParameter("expired", Time.now().minus(Settings.SESSION_LIFE))
                .getResultList();
    }
}
