package chat262.accounts;

import chat262.api.accounts.AccountList;
import chat262.api.accounts.AccountName;
import chat262.api.accounts.AccountView;
import chat262.problems.Problems;
import chat262.requests.PageToken;
import chat262.text.NamePattern;
import chat262.text.NameScan;
import chat262.text.Names;
import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;

/** Registers, finds and deletes accounts. */
@Stateless
public class AccountService {
    private static final String LIST = "accounts";

    @PersistenceContext
    EntityManager em;

    @Resource(lookup = "jdbc/chat")
    DataSource database;

    @Inject
    Event<AccountDeleted> deleted;

    @Inject
    Event<SessionsEnded> ended;

    /** Refuses a username that an account has. */
    public void refuseTaken(String username) {
        if (find(username).isPresent()) {
            throw Problems.usernameTaken(username);
        }
    }

    /** Creates an account with a valid username. */
    public AccountView register(String username, String passwordHash) {
        refuseTaken(username);
        Account account = new Account(username, passwordHash);
        em.persist(account);
        return view(account);
    }

    /** The account of a username, by its folded form; empty if there is none. */
    public Optional<Account> find(String username) {
        return Usernames.folded(username)
                .flatMap(folded -> em.createQuery(
                                "select a from Account a where a.usernameFolded = :name", Account.class)
                        .setParameter("name", folded)
                        .getResultStream()
                        .findFirst());
    }

    public AccountView view(String username) {
        return find(username).map(AccountService::view).orElseThrow(() -> Problems.notFound("account"));
    }

    /** A page of the accounts whose usernames match a wildcard pattern. */
    public AccountList search(String match, int limit, String page) {
        NamePattern pattern = NamePattern.of(match);
        String after = page == null ? "" : PageToken.position(LIST, page);
        List<AccountName> found = NameScan.first(
                limit + 1,
                database,
                "SELECT username, username_folded FROM account"
                        + " WHERE username_folded LIKE ? ESCAPE '!' AND username_folded > ? ORDER BY username_folded",
                List.of(pattern.like(), after),
                row -> pattern.matches(row.getString(2)) ? new AccountName(row.getString(1)) : null);
        if (found.size() <= limit) {
            return new AccountList(found, null);
        }
        List<AccountName> first = found.subList(0, limit);
        return new AccountList(
                first, PageToken.of(LIST, Names.fold(first.get(limit - 1).username())));
    }

    /**
     * The accounts of the caller and of some usernames, each once, locked until the transaction ends, so that none of them
     * can be deleted meanwhile. To be called before any room is locked: accounts first, then rooms, each by id.
     */
    public List<Account> lock(Caller caller, Collection<String> usernames) {
        SortedMap<Long, String> names = new TreeMap<>();
        Set<String> unknown = new LinkedHashSet<>();
        for (String name : usernames) {
            find(name).ifPresentOrElse(account -> names.put(account.id(), name), () -> unknown.add(name));
        }
        names.put(caller.accountId(), caller.username());
        List<Account> locked =
                unknown.isEmpty() ? names.keySet().stream().map(this::lock).toList() : List.of();
        // An account that was deleted before it was locked is unknown as well.
        locked.stream()
                .filter(Account::isDeleted)
                .map(account -> names.get(account.id()))
                .forEach(unknown::add);
        if (unknown.contains(caller.username())) {
            throw Problems.notLoggedIn();
        } else if (!unknown.isEmpty()) {
            throw Problems.unknownMembers(List.copyOf(unknown));
        }
        return locked;
    }

    /** Deletes an account and its sessions; rooms get the event within the same transaction. */
    public void delete(Caller caller) {
        Account account = lockOwn(caller);
        em.createQuery("delete from Session s where s.accountId = :account")
                .setParameter("account", account.id())
                .executeUpdate();
        account.empty();
        em.flush();
        ended.fire(new SessionsEnded(account.id()));
        deleted.fire(new AccountDeleted(account.id()));
    }

    /** Stores the hash of a new password, in place of the one that was verified, and ends the caller's other sessions. */
    public void changePassword(Caller caller, String verifiedHash, String newHash) {
        Account account = lockOwn(caller);
        if (!account.passwordHash().equals(verifiedHash)) { // it was changed meanwhile
            throw Problems.wrongCredentials();
        }
        account.changePassword(newHash);
        em.createQuery("delete from Session s where s.accountId = :account and s.id <> :current")
                .setParameter("account", caller.accountId())
                .setParameter("current", caller.sessionId())
                .executeUpdate();
        ended.fire(new SessionsEnded(caller.accountId()));
    }

    private Account lockOwn(Caller caller) {
        Account account = lock(caller.accountId());
        if (account.isDeleted()) {
            throw Problems.notLoggedIn();
        }
        return account;
    }

    /** An UPDATE that changes nothing: it locks the row on every database. */
    private Account lock(long id) {
        em.createNativeQuery("UPDATE account SET created_at = created_at WHERE id = ?")
                .setParameter(1, id)
                .executeUpdate();
        Account account = em.find(Account.class, id);
        em.refresh(account);
        return account;
    }

    private static AccountView view(Account account) {
        return new AccountView(account.username(), account.createdAt());
    }
}
