package chat262.accounts;

import chat262.api.LoggedIn;
import chat262.api.SessionList;
import chat262.api.SessionView;
import chat262.platform.Fingerprint;
import chat262.platform.Migrations;
import chat262.platform.Settings;
import chat262.platform.Time;
import chat262.problems.Problems;
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
    /** The use of a session is noted at most this often; each note is a write. */
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    @PersistenceContext
    EntityManager em;

    @Inject
    Settings settings;

    @Inject
    Migrations migrations;

    @Inject
    Event<SessionsEnded> ended;

    /** Opens a session for somebody whose password was right. */
    public LoggedIn open(Credentials.Checked who, String device, boolean takeOver) {
        // The lock makes logins of one account wait for each other: of two at once, one is the second.
        int current = em.createNativeQuery(
                        "UPDATE account SET created_at = created_at WHERE id = ? AND password_hash = ?")
                .setParameter(1, who.accountId())
                .setParameter(2, who.passwordHash())
                .executeUpdate();
        if (current == 0) { // deleted, or another password, since it was checked
            throw Problems.wrongCredentials();
        }
        makeRoom(who.accountId(), takeOver);
        String token = Tokens.make();
        Session session = new Session(who.accountId(), Fingerprint.of(token), device);
        em.persist(session);
        em.flush();
        return new LoggedIn(
                token, who.username(), who.accountId(), session.id(), session.expiresAt(), migrations.epoch());
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

    /** Whoever the token of a hash belongs to; empty if it is unknown or its session has ended. */
    public Optional<Caller> authenticate(String tokenHash) {
        Optional<Caller> caller = em.createQuery(
                        "select new chat262.accounts.Caller(a.id, a.username, s.id, s.lastUsedAt)"
                                + " from Session s, Account a where a.id = s.accountId and s.tokenHash = :hash",
                        Caller.class)
                .setParameter("hash", tokenHash)
                .getResultStream()
                .findFirst()
                .filter(found -> found.wasUsedWithin(Settings.SESSION_LIFE));
        caller.filter(found -> !found.wasUsedWithin(NOTED_EVERY))
                .ifPresent(found -> noteUse(List.of(found.sessionId())));
        return caller;
    }

    /** The caller's devices, the one unused for longest first. */
    public SessionList list(Caller caller) {
        return new SessionList(alive(caller.accountId()).stream()
                .map(s -> new SessionView(
                        s.id(), s.device(), s.createdAt(), s.lastUsedAt(), s.id() == caller.sessionId()))
                .toList());
    }

    /** Logs one of the caller's devices out. */
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

    /** Those of some sessions that have not ended. */
    public Set<Long> aliveOf(Collection<Long> sessionIds) {
        // The range says the same once more: for the list alone Derby reads the whole table, and the list for each row.
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

    /** Notes that some sessions are in use, as one is that stays connected. */
    public void noteUse(Collection<Long> sessionIds) {
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
